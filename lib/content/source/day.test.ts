import { expect, test } from "vitest";
import { day } from "./day.ts";

test.each([
  ["April 02, 2025", "2025-04-02"],
  ["November 9, 2021", "2021-11-09"],
  ["november 9 2021", "2021-11-09"],
  ["2025-04-02", "2025-04-02"],
  ["2 de abril de 2025", "2025-04-02"],
  ["1 de Septiembre del 2024", "2024-09-01"],
  ["9 de setiembre de 2021", "2021-09-09"],
  ["abril 02, 2025", "2025-04-02"],
  ["February 29, 2024", "2024-02-29"],
])("%s is read as %s", (written, expected) => {
  expect(day.parse(written)).toBe(expected);
});

test.each([
  ["February 31, 2025", "there is no February 31, 2025 in the calendar"],
  ["February 29, 2023", "there is no February 29, 2023 in the calendar"],
  ["2025-13-01", "there is no 2025-13-01 in the calendar"],
  ["31 de abril de 2025", "there is no 31 de abril de 2025 in the calendar"],
  ["April 0, 2025", "there is no April 0, 2025 in the calendar"],
  ["04/02/2025", 'cannot read "04/02/2025" as a date'],
  ["Aprill 02, 2025", 'cannot read "Aprill 02, 2025" as a date'],
  ["April 2, 25", 'cannot read "April 2, 25" as a date'],
  ["soon", 'cannot read "soon" as a date'],
])("%s is refused with an example of a date", (written, reason) => {
  const message = day.safeParse(written).error?.issues[0]?.message;
  expect(message).toBe(`${reason}; write it like April 02, 2025, 2 de abril de 2025 or 2025-04-02`);
});
