/** Where the editor is, and under it all that it is made of. */
export const editorAddress = "/admin";
