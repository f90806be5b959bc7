import { beforeEach, inject } from "vitest";

beforeEach(({ skip }) => skip(inject("postgresUrl") === undefined, "No PostgreSQL was found on this machine."));
