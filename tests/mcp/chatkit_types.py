"""`/chatkit` judged by the protocol's own types, and beside its own server class. Prints one JSON object: what was found
wrong, by what was asked; an empty one is as it must be.

    python chatkit_types.py CONFIG              CONFIG is JSON: {url, token, stranger}
    python chatkit_types.py reference CONFIG    what the reference server sends; CONFIG is JSON: {text, said}
"""

import asyncio
import json
import subprocess
import sys
import urllib.error
import urllib.request
from datetime import datetime

import pydantic

# The reference server passes its own objects on with keys too many, so that it runs in a process of its own.
IS_REFERENCE = sys.argv[1] == "reference"
if not IS_REFERENCE:
    # Keys that the types don't know would be passed over otherwise: a slip of the pen would never be noticed.
    pydantic.BaseModel.model_config["extra"] = "forbid"

from chatkit import types as ck  # noqa: E402
from chatkit import widgets  # noqa: E402
from chatkit.server import ChatKitServer  # noqa: E402
from chatkit.store import NotFoundError, Store  # noqa: E402
from pydantic import TypeAdapter  # noqa: E402

CONFIG = json.loads(sys.argv[-1])
WRONG = {}


def wrong(asked, what):
    WRONG.setdefault(asked, []).append(str(what)[:600])


# ── what is sent and what comes back ─────────────────────────────────────────────────────────────────────────────────


def post(body, token):
    headers = {"content-type": "application/json", "authorization": f"Bearer {token}"}
    request = urllib.request.Request(CONFIG["url"], json.dumps(body).encode(), headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def ask(request, token=None):
    """Sends a request made by the protocol's own models."""
    body = request if isinstance(request, dict) else json.loads(request.model_dump_json(exclude_none=True))
    return post(body, token or CONFIG["token"])


def user_input(text):
    content = [ck.UserMessageTextContent(text=text)]
    return ck.UserMessageInput(content=content, attachments=[], inference_options=ck.InferenceOptions())


# ── judging ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def same_types(asked, sent, understood, path=""):
    """Literals have defaults, so that a missing `type` would be made up: each that was understood must have been sent."""
    if isinstance(understood, dict):
        for key, value in understood.items():
            if key == "type" and (not isinstance(sent, dict) or sent.get("type") != value):
                wrong(asked, f"{path}.type is missing")
            elif isinstance(sent, dict) and key in sent:
                same_types(asked, sent[key], value, f"{path}.{key}")
    elif isinstance(understood, list) and isinstance(sent, list):
        for index, (one, other) in enumerate(zip(sent, understood)):
            same_types(asked, one, other, f"{path}[{index}]")


def check_times_and_nulls(asked, value, path=""):
    if isinstance(value, dict):
        for key, inner in value.items():
            if inner is None:
                wrong(asked, f"{path}.{key} is null and should be left out")
            if key == "created_at":
                if not (isinstance(inner, str) and inner.endswith("Z")):
                    wrong(asked, f"{path}.created_at is no RFC 3339 instant in UTC: {inner}")
                else:
                    datetime.fromisoformat(inner.replace("Z", "+00:00"))
            check_times_and_nulls(asked, inner, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            check_times_and_nulls(asked, inner, f"{path}[{index}]")


def check_widgets(asked, value):
    """Any widget would be taken as one of a kind not known yet."""
    if isinstance(value, dict):
        if value.get("type") == "widget":
            root = value["widget"]
            kind = {"Card": widgets.Card, "ListView": widgets.ListView}.get(root.get("type"))
            if kind is None:
                wrong(asked, f"no such widget: {root}")
            else:
                kind.model_validate(root)
                check_components(asked, root)
        for inner in value.values():
            check_widgets(asked, inner)
    elif isinstance(value, list):
        for inner in value:
            check_widgets(asked, inner)


def check_components(asked, component):
    kind = getattr(widgets, component.get("type", ""), None)
    if kind is None:
        return wrong(asked, f"no such component: {component}")
    kind.model_validate(component)
    for child in component.get("children", []):
        check_components(asked, child)


def judge(asked, kind, value):
    try:
        understood = TypeAdapter(kind).validate_python(value)
        same_types(asked, value, TypeAdapter(kind).dump_python(understood, mode="json"))
        check_times_and_nulls(asked, value)
        check_widgets(asked, value)
        return understood
    except pydantic.ValidationError as error:
        wrong(asked, error)
        return None


def stream(asked, request, token=None):
    status, headers, text = ask(request, token)
    if status != 200 or headers.get("content-type") != "text/event-stream":
        wrong(asked, f"no stream: {status} {text}")
        return []
    frames = text.split("\n\n")
    if frames.pop() != "":
        wrong(asked, "the last frame does not end")
    events = []
    for frame in frames:
        if not frame.startswith("data: ") or "\n" in frame:
            wrong(asked, f"not data alone: {frame}")
            continue
        event = json.loads(frame[len("data: ") :])
        judge(asked, ck.ThreadStreamEvent, event)
        events.append(event)
    check_order(asked, events)
    return events


def check_order(asked, events):
    """What is updated was added, and the pieces of a text are the text."""
    added, texts = set(), {}
    for event in events:
        kind = event["type"]
        if kind == "thread.item.added":
            added.add(event["item"]["id"])
        elif kind == "thread.item.removed":
            texts.pop(event["item_id"], None)
            added.discard(event["item_id"])
        elif kind == "thread.item.updated":
            if event["item_id"] not in added:
                wrong(asked, f"updated before it was added: {event}")
            if event["update"]["type"].endswith("text_delta"):
                texts[event["item_id"]] = texts.get(event["item_id"], "") + event["update"]["delta"]
        elif kind == "thread.item.done":
            item = event["item"]
            if item["type"] == "assistant_message":
                text = "".join(part["text"] for part in item["content"])
                if texts.get(item["id"], "") != text:
                    wrong(asked, f"the pieces are not the text: {texts.get(item['id'])!r} {text!r}")
        elif kind in ("error",):
            wrong(asked, event)


def answer(asked, kind, request, token=None):
    status, headers, text = ask(request, token)
    if status != 200 or not headers.get("content-type", "").startswith("application/json"):
        wrong(asked, f"{status} {text}")
        return {}
    value = json.loads(text)
    if kind is not None:
        judge(asked, kind, value)
    elif value != {}:
        wrong(asked, f"not empty: {value}")
    return value


def refused(asked, request, expected, token=None):
    status, headers, text = ask(request, token)
    if status != expected or "json" not in headers.get("content-type", ""):
        wrong(asked, f"{status} instead of {expected}: {text}")


# ── one conversation ─────────────────────────────────────────────────────────────────────────────────────────────────


def add(thread, text):
    params = ck.ThreadAddUserMessageParams(thread_id=thread, input=user_input(text))
    return stream(text, ck.ThreadsAddUserMessageReq(params=params))


def items_of(events, kind):
    done = [event["item"] for event in events if event["type"] == "thread.item.done"]
    return [item for item in done if item["type"] == kind]


def talk():
    created = stream("create", ck.ThreadsCreateReq(params=ck.ThreadCreateParams(input=user_input("add buy milk tomorrow"))))
    thread = created[0]["thread"]["id"]
    add(thread, "add team meeting on friday at 10")
    add(thread, "add budget meeting")
    listed = add(thread, "what's on my list?")
    if not items_of(listed, "widget"):
        wrong("list", "no widget")
    asked = add(thread, "delete the meeting task")
    question = items_of(asked, "structured_input")[0]
    choice = question["inputs"][0]
    chosen = ck.StructuredInputAnswerSubmission(values=[choice["options"][0]["value"]])
    submission = ck.StructuredInputSubmission(answers={choice["id"]: chosen})
    params = ck.ThreadAddStructuredInputParams(thread_id=thread, item_id=question["id"], input=submission)
    stream("structured input", ck.ThreadsAddStructuredInputReq(params=params))
    changed = add(thread, "complete the milk")
    card = items_of(changed, "widget")[-1]
    button = card["widget"]["children"][-1]["onClickAction"]
    action = {"type": button["type"], "payload": button["payload"]}
    params = {"thread_id": thread, "item_id": card["id"], "action": action}
    stream("custom action", {"type": "threads.custom_action", "params": params, "metadata": {}})
    done = {"thread_id": thread, "action": {"type": "tasktalk.complete", "payload": {"task_id": 1}}}
    answer("sync action", ck.SyncCustomActionResponse, {"type": "threads.sync_custom_action", "params": done})
    said = items_of(changed, "user_message")[0]
    params = ck.ThreadRetryAfterItemParams(thread_id=thread, item_id=said["id"])
    stream("retry", ck.ThreadsRetryAfterItemReq(params=params))
    add(thread, "colourless green ideas")
    add(thread, "help")
    return thread


def read(thread):
    answer("get", ck.Thread, ck.ThreadsGetByIdReq(params=ck.ThreadGetByIdParams(thread_id=thread)))
    answer("threads", ck.Page[ck.Thread], ck.ThreadsListReq(params=ck.ThreadListParams(limit=9999)))
    for order in ("asc", "desc"):
        seen, after = [], None
        while True:
            params = ck.ItemsListParams(thread_id=thread, limit=2, order=order, after=after)
            page = answer(f"items {order}", ck.Page[ck.ThreadItem], ck.ItemsListReq(params=params))
            seen += [item["id"] for item in page.get("data", [])]
            if not page.get("has_more"):
                break
            after = page["after"]
        if len(seen) != len(set(seen)) or len(seen) < 10:
            wrong(f"items {order}", f"not each once: {seen}")
    params = ck.ItemFeedbackParams(thread_id=thread, item_ids=[seen[0]], kind="positive")
    answer("feedback", None, ck.ItemsFeedbackReq(params=params))
    params = ck.ThreadUpdateParams(thread_id=thread, title="Renamed")
    renamed = answer("update", ck.Thread, ck.ThreadsUpdateReq(params=params))
    if renamed.get("title") != "Renamed":
        wrong("update", renamed)


def refuse(thread):
    one = ck.ThreadGetByIdParams(thread_id=thread)
    refused("foreign thread", ck.ThreadsGetByIdReq(params=one), 404, CONFIG["stranger"])
    delete = ck.ThreadDeleteParams(thread_id=thread)
    refused("foreign deletion", ck.ThreadsDeleteReq(params=delete), 404, CONFIG["stranger"])
    refused("no such type", {"type": "threads.explode", "params": {}}, 400)
    lacking = {"content": [{"type": "input_text", "text": "x"}], "attachments": []}
    refused("no inference options", {"type": "threads.create", "params": {"input": lacking}}, 400)
    attachment = ck.AttachmentCreateParams(name="a", size=1, mime_type="text/plain")
    refused("attachment", ck.AttachmentsCreateReq(params=attachment), 400)
    refused("attachment gone", ck.AttachmentsDeleteReq(params=ck.AttachmentDeleteParams(attachment_id="a")), 400)
    speech = ck.InputTranscribeParams(audio_base64="", mime_type="audio/webm")
    refused("speech", ck.InputTranscribeReq(params=speech), 400)
    output = ck.ThreadAddClientToolOutputParams(thread_id=thread, result={})
    refused("client tool", ck.ThreadsAddClientToolOutputReq(params=output), 400)
    answer("delete", None, ck.ThreadsDeleteReq(params=delete))
    refused("deleted", ck.ThreadsGetByIdReq(params=one), 404)


# ── beside the reference ─────────────────────────────────────────────────────────────────────────────────────────────


class InMemory(Store):
    """Just enough of a store for the reference server."""

    def __init__(self):
        self.threads, self.items = {}, {}

    async def load_thread(self, thread_id, context):
        if thread_id not in self.threads:
            raise NotFoundError(thread_id)
        return self.threads[thread_id]

    async def save_thread(self, thread, context):
        self.threads[thread.id] = thread

    async def load_thread_items(self, thread_id, after, limit, order, context):
        rows = self.items.get(thread_id, [])
        rows = rows if order == "asc" else rows[::-1]
        return ck.Page(data=rows[:limit], has_more=len(rows) > limit)

    async def load_threads(self, limit, after, order, context):
        return ck.Page(data=list(self.threads.values())[:limit])

    async def add_thread_item(self, thread_id, item, context):
        self.items.setdefault(thread_id, []).append(item)

    async def save_item(self, thread_id, item, context):
        await self.add_thread_item(thread_id, item, context)

    async def load_item(self, thread_id, item_id, context):
        return next(item for item in self.items[thread_id] if item.id == item_id)

    async def delete_thread(self, thread_id, context):
        del self.threads[thread_id]

    async def delete_thread_item(self, thread_id, item_id, context):
        self.items[thread_id] = [item for item in self.items[thread_id] if item.id != item_id]

    async def save_attachment(self, attachment, context):
        raise NotImplementedError

    async def load_attachment(self, attachment_id, context):
        raise NotImplementedError

    async def delete_attachment(self, attachment_id, context):
        raise NotImplementedError


class Reference(ChatKitServer):
    """The reference, which says what ours said."""

    def __init__(self, said):
        super().__init__(InMemory())
        self.said = said

    async def respond(self, thread, input_user_message, context):
        item = ck.AssistantMessageItem(id="m", thread_id=thread.id, created_at=datetime.now(), content=[])
        part = ck.AssistantMessageContent(text="")
        yield ck.ThreadItemAddedEvent(item=item)
        yield ck.ThreadItemUpdatedEvent(item_id="m", update=ck.AssistantMessageContentPartAdded(content_index=0, content=part))
        delta = ck.AssistantMessageContentPartTextDelta(content_index=0, delta=self.said)
        yield ck.ThreadItemUpdatedEvent(item_id="m", update=delta)
        full = ck.AssistantMessageContent(text=self.said)
        yield ck.ThreadItemUpdatedEvent(item_id="m", update=ck.AssistantMessageContentPartDone(content_index=0, content=full))
        yield ck.ThreadItemDoneEvent(item=item.model_copy(update={"content": [full]}))


def shape(value, key=""):
    """What differs from one run to the next taken out; what is only ours or only theirs to choose left."""
    if isinstance(value, dict):
        return {name: shape(inner, name) for name, inner in sorted(value.items())}
    if isinstance(value, list):
        return [shape(inner, key) for inner in value]
    if key in ("id", "thread_id", "item_id", "created_at"):
        return key
    return value


async def reference_events(text, said):
    request = ck.ThreadsCreateReq(params=ck.ThreadCreateParams(input=user_input(text)))
    result = await Reference(said).process(request.model_dump_json(), {})
    frames = [frame async for frame in result]
    return [json.loads(frame.decode().removeprefix("data: ")) for frame in frames]


def beside_the_reference():
    text = "hello"
    ours = stream("differential", ck.ThreadsCreateReq(params=ck.ThreadCreateParams(input=user_input(text))))
    said = items_of(ours, "assistant_message")[0]["content"][0]["text"]
    command = [sys.executable, __file__, "reference", json.dumps({"text": text, "said": said})]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout)
    # The title is made by whoever wants to; the reference makes none.
    ours = [shape(event) for event in ours if event["type"] != "thread.updated"]
    theirs = [shape(event) for event in theirs]
    for index in range(max(len(ours), len(theirs))):
        one, other = ours[index : index + 1], theirs[index : index + 1]
        if one != other:
            wrong("differential", f"event {index}: {json.dumps(one)} beside {json.dumps(other)}")


def main():
    try:
        thread = talk()
        read(thread)
        beside_the_reference()
        refuse(thread)
    except Exception as error:  # what was found until then is told as well
        wrong("the run itself", repr(error))
    print(json.dumps(WRONG))


if IS_REFERENCE:
    print(json.dumps(asyncio.run(reference_events(CONFIG["text"], CONFIG["said"]))))
else:
    main()
