/** The button that leaves a form for the same one in another language: what is posted is shown there, and not taken. */
export const languageField = "continue_in";
