// Loads OpenAI's component when it is asked for, and says so when it can't be had.
const COMPONENT = "https://cdn.platform.openai.com/deployments/chatkit/chatkit.js";
const PATIENCE = 5000;

const form = document.getElementById("token-form");
const status = document.getElementById("status");
const chat = document.getElementById("chat");

function load() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = COMPONENT;
    script.onerror = () => reject(new Error("not loaded"));
    document.head.append(script);
    setTimeout(() => reject(new Error("too slow")), PATIENCE);
    customElements.whenDefined("openai-chatkit").then(resolve);
  });
}

function start(token) {
  chat.hidden = false;
  chat.setOptions({
    api: {
      url: "/chatkit",
      domainKey: "local-dev",
      // The token is added here, so that the component never sees it.
      fetch: (input, init = {}) => {
        const headers = new Headers(init.headers);
        headers.set("authorization", `Bearer ${token}`);
        return fetch(input, { ...init, headers });
      },
    },
    history: { enabled: true, showDelete: true, showRename: true },
    threadItemActions: { feedback: true, retry: true },
    composer: { attachments: { enabled: false } },
    startScreen: {
      greeting: "What is on your mind?",
      prompts: [
        { label: "Add a task", prompt: "remind me to call mum tomorrow at 5" },
        { label: "What is due?", prompt: "what's due this week?" },
      ],
    },
  });
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const token = document.getElementById("token").value.trim();
  status.textContent = "Loading ChatKit …";
  try {
    await load();
    start(token);
    form.hidden = true;
    status.textContent = "";
  } catch {
    status.textContent = "ChatKit can't be loaded from OpenAI's servers. Tasktalk works without it: use 'tasktalk chat' or the page of this server.";
  }
});
