/** Which sentence of consent a form shows: an open page may have one that a later release words otherwise. */
export const agreedField = "agreed";
