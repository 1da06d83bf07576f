"""A loopback proxy between a tool and its server: counts round trips and, on request, makes each one slower."""
import asyncio
import threading


class Wire:
    """Context manager; a round trip is counted when the client speaks after the server has."""

    def __init__(self, server_port, delay_ms=0.0):
        self.server_port = server_port
        self.half = delay_ms / 2000
        self.round_trips = 0
        self.connections = 0
        self.port = None
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()

    def __enter__(self):
        threading.Thread(target=self._run, daemon=True).start()
        self._ready.wait()
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _run(self):
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._accept, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()

    async def _accept(self, from_client, to_client):
        self.connections += 1
        from_server, to_server = await asyncio.open_connection("127.0.0.1", self.server_port)
        state = {"server_spoke": True}
        await asyncio.gather(
            self._copy(from_client, to_server, state, True),
            self._copy(from_server, to_client, state, False),
            return_exceptions=True,
        )

    async def _copy(self, source, sink, state, client):
        """Bytes arrive late but in order, and what follows closely is not delayed twice."""
        late = asyncio.Queue()
        sender = asyncio.create_task(self._deliver(late, sink))
        try:
            while data := await source.read(1 << 16):
                if client and state["server_spoke"]:
                    self.round_trips += 1
                state["server_spoke"] = not client
                late.put_nowait((self._loop.time() + self.half, data))
        except OSError:
            pass
        late.put_nowait((self._loop.time() + self.half, None))
        await sender

    async def _deliver(self, late, sink):
        while True:
            due, data = await late.get()
            pause = due - self._loop.time()
            if pause > 0:
                await asyncio.sleep(pause)
            if data is None:
                sink.close()
                return
            sink.write(data)
            try:
                await sink.drain()
            except OSError:
                return
