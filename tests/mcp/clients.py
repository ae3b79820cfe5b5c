"""The Python SDKs as agents use them. Prints one JSON object: what came of each call.

    python clients.py auto|legacy|agents CONFIG    CONFIG is JSON: {url, token, calls: {name: {tool, arguments}}}
    python clients.py fastmcp CONFIG               CONFIG is JSON: {program, environment, calls}
"""

import asyncio
import json
import logging
import sys

logging.disable(logging.CRITICAL)


async def call_all(client, calls, told):
    told["tools"] = len((await client.list_tools()).tools)
    for name, call in calls.items():
        result = await client.call_tool(call["tool"], call["arguments"])
        told[name] = {"isError": bool(result.is_error), **(result.structured_content or {})}


async def over_http(mode, config, told):
    import httpx2
    from mcp import Client
    from mcp.client.streamable_http import streamable_http_client

    headers = {"Authorization": f"Bearer {config['token']}"} if config["token"] else {}
    async with httpx2.AsyncClient(headers=headers) as http:
        async with Client(streamable_http_client(config["url"], http_client=http), mode=mode) as client:
            await call_all(client, config["calls"], told)


async def with_fastmcp(config, told):
    from fastmcp import Client
    from fastmcp.client.transports import StdioTransport

    transport = StdioTransport(config["program"], ["mcp"], env=config["environment"], keep_alive=False)

    async def says_yes(message, response_type, params, context):
        return response_type(confirm=True)

    async with Client(transport, elicitation_handler=says_yes) as client:
        told["tools"] = len(await client.list_tools())
        for name, call in config["calls"].items():
            result = await client.call_tool(call["tool"], call["arguments"], raise_on_error=False)
            told[name] = {"isError": bool(result.is_error), **(result.structured_content or {})}


async def with_agents(config, told):
    from agents.mcp import MCPServerStreamableHttp

    headers = {"Authorization": f"Bearer {config['token']}"} if config["token"] else {}
    async with MCPServerStreamableHttp(params={"url": config["url"], "headers": headers}) as server:
        told["tools"] = len(await server.list_tools())
        for name, call in config["calls"].items():
            result = await server.call_tool(call["tool"], call["arguments"])
            # This one hands the text on to its model: the text must say everything.
            said = json.loads(result.content[0].text)
            told[name] = {"isError": bool(getattr(result, "isError", getattr(result, "is_error", False))), **said}


async def main(kind, config):
    told = {}
    try:
        if kind == "fastmcp":
            await with_fastmcp(config, told)
        elif kind == "agents":
            await with_agents(config, told)
        else:
            await over_http(kind, config, told)
    except BaseException as error:  # groups of exceptions too
        told["refused"] = repr(error)
    print(json.dumps(told))


asyncio.run(main(sys.argv[1], json.loads(sys.argv[2])))
