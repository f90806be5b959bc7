import { type City, cities } from "./cities.ts";

/** The cities that have a page of their own: those of Canada and the United States. */
export const cityPages: City[] = cities.filter(({ region }) => region !== undefined);
