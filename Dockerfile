# An image with `waybook` and what its commands need. The folder that is mounted at /work is worked in:
#
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" waybook build

# Both stages hold the same release of Debian, whose libraries the package asks for.
FROM docker.io/library/swift:6.3-bookworm AS build
ARG DEBIAN_FRONTEND=noninteractive
RUN apt-get update \
 && apt-get install --yes --no-install-recommends \
      dpkg-dev libcmark-dev libsource-highlight-dev libyaml-dev make pkg-config \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /waybook
COPY . .
# Dates the files, where `make image` knows when the commit was made.
ARG SOURCE_DATE_EPOCH
RUN make dist

FROM docker.io/library/debian:bookworm-slim
LABEL org.opencontainers.image.title="Waybook" \
      org.opencontainers.image.description="Generator of tailored migration playbooks" \
      org.opencontainers.image.licenses="Apache-2.0"
ARG DEBIAN_FRONTEND=noninteractive
RUN --mount=type=bind,from=build,source=/waybook/dist,target=/dist \
    apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates git openssh-client rsync /dist/waybook_*.deb \
 && rm -rf /var/lib/apt/lists/* \
    # Whoever owns the mounted folder, git may read it; ssh wants a user who has a name.
 && git config --system safe.directory /work \
 && useradd --create-home --uid 1000 waybook \
 && install --directory --owner waybook --group waybook /work
USER 1000
WORKDIR /work
ENTRYPOINT ["waybook"]
CMD ["--help"]
