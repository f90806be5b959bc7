import type { Handler } from "./handler.ts";

export const showPage: Handler = ({ request, path }, { page }) => page(path, request);
