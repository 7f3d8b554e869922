FROM python:3.12-slim AS build
WORKDIR /build
RUN python -m venv /opt/fuentes
# The lock alone first: the layer is built anew only when a dependency moves.
COPY requirements.lock ./
RUN /opt/fuentes/bin/pip install --no-cache-dir --no-deps --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY knowledge ./knowledge
COPY bot ./bot
RUN /opt/fuentes/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
RUN useradd --system --create-home --uid 10001 fuentes \
 && install --directory --owner fuentes /data
COPY --from=build /opt/fuentes /opt/fuentes
ENV PATH=/opt/fuentes/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    FUENTES_DATA=/data
USER fuentes
WORKDIR /home/fuentes
VOLUME /data
# A container has no terminal: without a token it says so and ends with 2.
ENTRYPOINT ["fuentes"]
CMD ["run", "--discord"]
