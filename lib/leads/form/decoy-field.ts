/** The name of the field that people do not see. No browser fills it in by itself, and programs fill in what they find. */
export const decoyField = "remarks";
