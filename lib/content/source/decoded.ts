/** What cannot be decoded stays as it is: nothing is called so, and that is what will be said. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
