// Puts a button on every block of code that copies it. Without JavaScript there is none, and code can be selected.
"use strict";

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
      const isCopied = await copied(code);
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

  /** Copies code without its last line end, with which a shell would run it, and says whether that worked. */
  async function copied(code) {
    const text = code.textContent.replace(/\n$/, "");
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // No clipboard for pages from a folder or a host without TLS: the older way copies what is selected.
      const listener = (event) => {
        event.clipboardData.setData("text/plain", text);
        event.preventDefault();
      };
      getSelection().selectAllChildren(code);
      document.addEventListener("copy", listener);
      const isCopied = document.execCommand("copy");
      document.removeEventListener("copy", listener);
      if (isCopied) getSelection().removeAllRanges();
      return isCopied;
    }
  }
})();
