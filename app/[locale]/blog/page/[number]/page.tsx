import { staticParams } from "#lib/pages/static-params.ts";

export { default, generateMetadata } from "../../page.tsx";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/blog/page/[number]"];
