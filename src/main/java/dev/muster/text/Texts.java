package dev.muster.text;

import dev.muster.base.Bytes;
import dev.muster.base.HostName;
import dev.muster.base.Key;
import dev.muster.base.Text;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Renders texts in one language. Safe for many threads; files are read when a room's first word is asked for.
///
/// Patterns are `MessageFormat`'s, with one relief: an apostrophe that isn't beside a brace is just an apostrophe.
public final class Texts {

    private final Language language;
    private final Map<String, Properties> rooms = new ConcurrentHashMap<>();

    public Texts(Language language) {
        this.language = language;
    }

    public Language language() {
        return language;
    }

    public String of(Text text) {
        return of(text.key(), text.arguments().toArray());
    }

    /// A text of an earlier Muster, read back from a run, may have a key that has no word any more: then its name
    /// and what it was said of.
    public String of(Key key, Object... arguments) {
        if (!(key instanceof Enum<?>) && !isKnown(key)) {
            return Stream.concat(
                            Stream.of(key.id().replace('-', ' ')),
                            Arrays.stream(arguments)
                                    .map(argument -> shown(argument).toString()))
                    .collect(Collectors.joining(" · "));
        }
        var shown = new Object[arguments.length];
        var pattern = quoted(pattern(key));
        for (var i = 0; i < arguments.length; i++) {
            shown[i] = shown(arguments[i]);
            if (shown[i] instanceof Integer || shown[i] instanceof Long) {
                // a port is 8080, not 8,080
                pattern = pattern.replace("{" + i + "}", "{" + i + ",number,0}");
            }
        }
        return new MessageFormat(pattern, language.locale()).format(shown);
    }

    private boolean isKnown(Key key) {
        return Texts.class.getResource(file(key.room())) != null
                && words(key.room()).containsKey(key.id());
    }

    private Properties words(String room) {
        return rooms.computeIfAbsent(room, this::read);
    }

    /// The pattern as it stands in the file.
    String pattern(Key key) {
        var pattern = words(key.room()).getProperty(key.id());
        if (pattern == null) {
            throw new IllegalStateException("no word for " + key.room() + "/" + key.id() + " in " + language);
        }
        return pattern;
    }

    private Properties read(String room) {
        var file = file(room);
        try (var stream = Texts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no such file of words: " + file);
            }
            var words = new Properties();
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private String file(String room) {
        return "/texts/" + room + "_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
    }

    static String quoted(String pattern) {
        return pattern.replaceAll("(?<![{}])'(?![{}])", "''");
    }

    private Object shown(Object argument) {
        return switch (argument) {
            case Text text -> of(text);
            case Bytes bytes -> bytes(bytes);
            case Duration duration -> duration(duration);
            case HostName name -> name.value();
            case Key key -> of(key);
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case List<?> list ->
                list.stream().map(item -> shown(item).toString()).collect(joining());
            case Number number -> number;
            case Object other -> other.toString();
        };
    }

    private Collector<CharSequence, ?, String> joining() {
        return Collectors.joining(language == Language.ZH ? "、" : ", ");
    }

    /// Sizes as people say them, in powers of 1024: `3.8 GB`, `512 MB`.
    public String bytes(Bytes bytes) {
        var units = List.of("B", "KB", "MB", "GB", "TB");
        double value = bytes.value();
        var unit = 0;
        while (value >= 1024 && unit < units.size() - 1) {
            value /= 1024;
            unit++;
        }
        var digits = value >= 10 || unit == 0 || value == Math.rint(value) ? "%.0f %s" : "%.1f %s";
        return String.format(language.locale(), digits, value, units.get(unit));
    }

    /// `4.2 s`, `12 s`, `3 min`, `2 h`; a negative one as its amount.
    public String duration(Duration duration) {
        var millis = Math.abs(duration.toMillis());
        if (millis < 10_000) {
            return String.format(language.locale(), millis % 1000 == 0 ? "%.0f s" : "%.1f s", millis / 1000.0);
        }
        if (millis < 120_000) {
            return millis / 1000 + " s";
        }
        return millis < 7_200_000 ? millis / 60_000 + " min" : millis / 3_600_000 + " h";
    }
}
