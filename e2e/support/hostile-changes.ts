/** What extensions, translators and other programs do to a page: each runs in the browser and knows nothing of ours. */
export const hostileChanges: Record<string, () => void> = {
  "an element beside every field": () => {
    for (const field of document.querySelectorAll("form [name]")) field.after(document.createElement("div"));
  },
  "every field wrapped": () => {
    for (const field of document.querySelectorAll("form :is(input, textarea, select)")) {
      const wrapper = document.createElement("span");
      field.replaceWith(wrapper);
      wrapper.append(field);
    }
  },
  "an element first in the body and one in the head": () => {
    document.body.prepend(document.createElement("aside"));
    document.head.prepend(document.createElement("meta"));
  },
  "every text translated": () => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) if (texts.currentNode instanceof Text) found.push(texts.currentNode);
    for (const text of found) {
      if (!text.data.trim() || text.parentElement?.closest("script, textarea, option, font")) continue;
      const font = document.createElement("font");
      font.textContent = `übersetzt: ${text.data}`;
      text.replaceWith(font);
    }
    document.documentElement.lang = "de";
  },
  "comments taken out and texts joined": () => {
    const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
    const found: Node[] = [];
    while (comments.nextNode()) found.push(comments.currentNode);
    for (const comment of found) comment.parentNode?.removeChild(comment);
    document.body.normalize();
  },
  "the footer taken away": () => document.querySelector("footer")?.remove(),
  "the place for errors taken away": () => {
    for (const place of document.querySelectorAll("main [role='alert'], main [id$='-error']")) place.remove();
  },
  "the content replaced by a copy": () => {
    const main = document.querySelector("main");
    const typed = Array.from(
      document.querySelectorAll<HTMLInputElement>("main :is(input, textarea, select)"),
      ({ value, checked }) => ({ value, checked }),
    );
    main?.replaceWith(main.cloneNode(true));
    document.querySelectorAll<HTMLInputElement>("main :is(input, textarea, select)").forEach((field, index) => {
      Object.assign(field, typed[index]);
    });
  },
  "a program's own field in place of every list": () => {
    for (const list of document.querySelectorAll<HTMLSelectElement>("main form select")) {
      const field = document.createElement("input");
      Object.assign(field, { name: list.name, value: list.value });
      list.replaceWith(field);
    }
  },
  "a clone in place of every list": () => {
    // Which does not have what was chosen.
    for (const list of document.querySelectorAll("main form select")) list.replaceWith(list.cloneNode(true));
  },
  "every list moved out of its form": () => {
    for (const list of document.querySelectorAll<HTMLSelectElement>("main form select")) {
      const form = list.closest("form");
      if (!form) continue;
      form.id ||= "moved";
      list.setAttribute("form", form.id);
      form.after(list);
    }
  },
  "a second field of the same name": () => {
    const field = document.querySelector("form [name=email]");
    const other = document.createElement("input");
    Object.assign(other, { type: "hidden", name: "email" });
    field?.after(other);
  },
};
