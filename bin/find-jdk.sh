# Finds a JDK of version 25 or newer. Sourced by ./mvnw and ./plumbline, not run.
# Sets JAVA_HOME, or prints what to install and returns 1.
#
# Looks, in this order, at: JAVA_HOME, JAVA_HOME_25* as some build machines set, the javac on the path, and the folders where packages,
# version managers and IDEs put JDKs. Only the file `release` of each is read, so that nothing is started to ask for its version.

plumbline_least_java=25

# Prints the feature version of the JDK in folder $1, or nothing where there is no JDK with a compiler.
plumbline_jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=*)
        line=${line#JAVA_VERSION=}
        line=${line#\"}
        echo "${line%%[!0-9]*}"
        return 0
        ;;
    esac
  done <"$1/release"
}

plumbline_use_jdk() {
  [ -n "$1" ] || return 1
  version=$(plumbline_jdk_version "$1")
  [ -n "$version" ] && [ "$version" -ge "$plumbline_least_java" ] 2>/dev/null || return 1
  JAVA_HOME=$1
  export JAVA_HOME
}

plumbline_javac_home() {
  javac=$(command -v javac 2>/dev/null) || return 0
  javac=$(readlink -f "$javac" 2>/dev/null) || return 0
  dirname "$(dirname "$javac")"
}

plumbline_find_jdk() {
  set +f
  home=${HOME:-}
  if [ -z "$home" ]; then home=$(eval echo "~$(id -un)"); fi
  plumbline_use_jdk "${JAVA_HOME:-}" && return 0
  for folder in $(env | sed -n 's/^JAVA_HOME_[0-9A-Za-z_]*=//p' | sort -r); do
    plumbline_use_jdk "$folder" && return 0
  done
  plumbline_use_jdk "$(plumbline_javac_home)" && return 0
  for folder in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /usr/local/*jdk* /opt/*jdk* /opt/java/* \
      "$home"/.sdkman/candidates/java/* "$home"/.jdks/* "$home"/.asdf/installs/java/* "$home"/.local/share/mise/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    plumbline_use_jdk "$folder" && return 0
  done
  echo "Plumbline needs a JDK of version $plumbline_least_java or newer, and none was found." >&2
  echo "Install one (Temurin, Oracle, Zulu, Corretto, ...) and set JAVA_HOME to its folder if it is in an unusual place." >&2
  return 1
}

plumbline_find_jdk
