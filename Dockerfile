# One static binary on an empty image. The toolchain's tag is the one the project is tested with.
FROM swift:6.3.1-bookworm AS build
WORKDIR /src
COPY . .
RUN swift build -c release --product newsdesk -Xswiftc -static-executable -Xlinker -s \
 && install -D "$(swift build -c release --show-bin-path -Xswiftc -static-executable -Xlinker -s)/newsdesk" /out/newsdesk \
 && /out/newsdesk check seeds

FROM scratch
LABEL org.opencontainers.image.title="newsdesk" \
      org.opencontainers.image.description="A folder of news pages in, a JSON API out; every derived fact carries the sentence that proves it" \
      org.opencontainers.image.version="1.3.1"
COPY --from=build /out/newsdesk /newsdesk
COPY --from=build /src/seeds /seeds
# Mount a folder over /seeds to serve other pages.
ENV SEEDS_DIR=/seeds HOST=:: PORT=8080 DRAIN_DELAY=5
USER 65532:65532
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["/newsdesk", "healthcheck"]
ENTRYPOINT ["/newsdesk"]
