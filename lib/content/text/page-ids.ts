/** What stands around a text has ids of its own. A heading of the same name gets another one. */
export const pageIds = ["page_content", "site_menu", "article-replies"];
