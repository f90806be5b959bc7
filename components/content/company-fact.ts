/** A row about the company. One that content/site.yaml does not set is not there. */
export type CompanyFact = { label: string; said: string; href?: string };
