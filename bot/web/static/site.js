// What a page can do better with a script; without it every page still works.
"use strict";

for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.value);
    } catch {
      source.select();
      document.execCommand("copy");
    }
    const said = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = said; }, 1500);
  });
}

const composer = document.getElementById("composer");
if (composer) converse(composer);

function converse(form) {
  const input = form.elements.q;
  const topic = form.elements.topic;
  const log = document.querySelector(".log");
  const greeting = document.querySelector(".greeting");
  const asked = [];
  let recalled = 0;

  const completions = complete(input, form);
  for (const each of log.children) prepare(each);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    completions.close();
    const text = input.value.trim();
    if (!text) return;
    input.value = "";
    ask(text);
  });

  input.addEventListener("keydown", (event) => {
    if (completions.isOpen() || !["ArrowUp", "ArrowDown"].includes(event.key) || !asked.length) return;
    event.preventDefault();
    recalled = Math.min(asked.length, Math.max(0, recalled + (event.key === "ArrowUp" ? -1 : 1)));
    input.value = asked[recalled] ?? "";
  });

  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest("input, textarea, [contenteditable]");
    if (event.key === "/" && !writes) {
      event.preventDefault();
      input.value = "/";
      input.focus();
      input.dispatchEvent(new Event("input"));
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-ask]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask(link.dataset.ask);
  });

  async function ask(text) {
    asked.push(text);
    recalled = asked.length;
    greeting.hidden = true;
    const waiting = await pending(text);
    log.append(waiting);
    waiting.scrollIntoView({ block: "start" });
    const wanted = new URLSearchParams({ q: text, lang: form.elements.lang.value, topic: topic.value });
    try {
      const response = await fetch(`/reply?${wanted}`);
      const exchange = new DOMParser().parseFromString(await response.text(), "text/html");
      const shown = exchange.querySelector(".exchange");
      if (shown) {
        waiting.replaceWith(shown);
        topic.value = shown.dataset.topic;
        prepare(shown);
        shown.scrollIntoView({ block: "start" });
      } else {
        waiting.querySelector(".reply").replaceChildren(...exchange.querySelectorAll("main p:not(:has(a))"));
      }
    } catch {
      waiting.querySelector(".reply").replaceChildren(document.getElementById("failed").content.cloneNode(true));
    }
    if (matchMedia("(hover: hover)").matches) input.focus({ preventScroll: true });
    else input.blur();
  }

  async function pending(text) {
    const exchange = document.createElement("article");
    exchange.className = "exchange";
    const question = document.createElement("h2");
    question.className = "asked";
    question.textContent = text;
    const reply = document.createElement("div");
    reply.className = "reply";
    const dots = document.createElement("span");
    dots.className = "waiting";
    dots.textContent = "•••";
    reply.append(dots);
    exchange.append(question, reply);
    return exchange;
  }

  function prepare(exchange) {
    const remove = exchange.querySelector("[data-remove]");
    if (remove) {
      remove.hidden = false;
      remove.addEventListener("click", () => {
        exchange.remove();
        greeting.hidden = Boolean(log.children.length);
        input.focus();
      });
    }
    const wrong = exchange.querySelector("form.wrong");
    wrong?.addEventListener("submit", async (event) => {
      event.preventDefault();
      const response = await fetch(wrong.action, { method: "POST", body: new URLSearchParams(new FormData(wrong)) });
      const said = document.createElement("p");
      said.className = "small";
      said.setAttribute("role", "status");
      said.textContent = await response.text();
      wrong.replaceWith(said);
    });
  }
}

// A combobox after the pattern of the ARIA Authoring Practices: the focus stays in the box.
function complete(input, form) {
  const list = document.getElementById("completions");
  let options = [];
  let chosen = -1;
  let timer = 0;
  let request = null;

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (!input.value.startsWith("/")) return close();
    timer = setTimeout(look, 60);
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    if (!isOpen()) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose((chosen + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Tab" || (event.key === "Enter" && chosen >= 0)) {
      if (input.value === options[Math.max(chosen, 0)].text) return;
      event.preventDefault();
      take(Math.max(chosen, 0));
    }
  });

  async function look() {
    request?.abort();
    request = new AbortController();
    try {
      const wanted = new URLSearchParams({ q: input.value, lang: form.elements.lang.value });
      const response = await fetch(`/complete?${wanted}`, { signal: request.signal });
      show(await response.json());
    } catch {
      close();
    }
  }

  function show(found) {
    options = found;
    list.replaceChildren(...found.map((option, number) => {
      const item = document.createElement("li");
      item.id = `completion-${number}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.append(option.label);
      if (option.detail) {
        const detail = document.createElement("span");
        detail.textContent = option.detail;
        item.append(detail);
      }
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(number);
      });
      return item;
    }));
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(Boolean(found.length)));
  }

  function choose(number) {
    chosen = number;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === number)));
    list.children[number].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", list.children[number].id);
  }

  function take(number) {
    const { text } = options[number];
    close();
    input.value = text;
    input.focus();
    if (text.endsWith(" ")) look();
    else form.requestSubmit();
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    show([]);
  }

  function isOpen() { return !list.hidden; }

  return { close, isOpen };
}
