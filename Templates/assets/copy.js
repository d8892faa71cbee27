// Puts a button on every block of code that copies it. Without JavaScript there is none, and code can be selected.
"use strict";

/** What other scripts need, too, to hand text on. */
const waybook = {
  /** Copies an element's text and says whether that worked; else the element is selected. */
  async copied(element, text = element.textContent) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // No clipboard for pages from a folder or a host without TLS: the older way copies what is selected.
      const listener = (event) => {
        event.clipboardData.setData("text/plain", text);
        event.preventDefault();
      };
      getSelection().selectAllChildren(element);
      document.addEventListener("copy", listener);
      const isCopied = document.execCommand("copy");
      document.removeEventListener("copy", listener);
      if (isCopied) getSelection().removeAllRanges();
      return isCopied;
    }
  },

  /** A text as YAML takes it on one line: JSON, with the characters escaped that YAML refuses or folds. */
  quoted: (text) => JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`),
};

(() => {
  const words = document.currentScript.dataset;
  const blocks = document.querySelectorAll("main pre > code");
  if (blocks.length === 0) return;

  /** Where readers of screens are told what became of it: a button's own text is not read out when it changes. */
  const status = document.createElement("p");
  status.className = "mark";
  status.setAttribute("role", "status");
  document.body.append(status);

  for (const code of blocks) {
    const block = blockAround(code.parentElement);
    const title = block.querySelector("figcaption")?.textContent;
    const word = document.createTextNode(words.copy);
    const what = document.createElement("span");
    what.className = "mark";
    what.textContent = ` ${title ? words.which.replace("#", title) : words.what}`;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.append(word, what);
    let timer;
    button.addEventListener("click", async () => {
      // Without the last line end, with which a shell would run it.
      const isCopied = await waybook.copied(code, code.textContent.replace(/\n$/, ""));
      word.data = isCopied ? words.copied : words.selected;
      status.textContent = isCopied ? words.copied : words.failed;
      clearTimeout(timer);
      timer = setTimeout(() => {
        word.data = words.copy;
        status.textContent = "";
      }, 3000);
    });
    block.append(button);
  }

  /** The figure with the code's title, or a new element around the code: inside it the button would scroll away. */
  function blockAround(pre) {
    if (pre.parentElement.matches("figure.code")) return pre.parentElement;
    const block = document.createElement("div");
    block.className = "code";
    pre.replaceWith(block);
    block.append(pre);
    return block;
  }
})();
