/** Its message is for whoever wrote the content. */
export class RefusedSite extends Error {}
