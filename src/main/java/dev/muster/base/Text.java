package dev.muster.base;

import java.util.List;

/// A sentence before it has a language: a key and what goes into its places. A face renders it by `text.Texts`.
///
/// Arguments are what the renderer can show: a `String` that is not translated (a path, a version, what a host said),
/// a number, [Bytes], a `Duration`, a [HostName], an enum (shown lower case, with dashes), another `Text`, or a list
/// of these.
public record Text(Key key, List<Object> arguments) {

    public Text {
        arguments = List.copyOf(arguments);
    }

    public static Text of(Key key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }
}
