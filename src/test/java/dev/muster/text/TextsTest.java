package dev.muster.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Bytes;
import dev.muster.base.Key;
import dev.muster.ui.kit.UiWords;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// All words, in both languages, held against the constants that name them.
final class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    /// Every `XxxWords` among the compiled classes: a room that is forgotten here can't be.
    static List<? extends Class<? extends Key>> rooms() throws IOException, URISyntaxException {
        var classes = Path.of(
                Texts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith("Words.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .map(TextsTest::load)
                    .filter(type -> type.isEnum() && Key.class.isAssignableFrom(type))
                    .map(type -> type.asSubclass(Key.class))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @Test
    void the_rooms_were_found() throws IOException, URISyntaxException {
        assertThat(rooms()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void every_constant_is_in_every_language_and_every_word_has_a_constant(Class<? extends Key> room)
            throws IOException {
        var ids = new TreeSet<>(
                Arrays.stream(room.getEnumConstants()).map(Key::id).toList());

        assertThat(new TreeSet<>(words(room, "en").stringPropertyNames())).isEqualTo(ids);
        assertThat(new TreeSet<>(words(room, "zh").stringPropertyNames())).isEqualTo(ids);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void both_languages_parse_and_no_language_has_a_place_that_the_other_lacks(Class<? extends Key> room) {
        for (var key : room.getEnumConstants()) {
            var english = new Texts(Language.EN).pattern(key);
            var chinese = new Texts(Language.ZH).pattern(key);

            assertThat(new MessageFormat(Texts.quoted(english))).as(english).isNotNull();
            assertThat(new MessageFormat(Texts.quoted(chinese))).as(chinese).isNotNull();
            assertThat(places(english)).as("%s: %s", key.id(), english).isEqualTo(places(chinese));
            assertThat(english.isBlank()).as(key.id()).isEqualTo(key == UiWords.NOTHING);
            assertThat(english)
                    .as(key.id())
                    .doesNotContain("please", "successfully")
                    .doesNotContainPattern("!(\\W|$)");
        }
    }

    private static TreeSet<String> places(String pattern) {
        return new TreeSet<>(
                PLACE.matcher(pattern).results().map(found -> found.group(1)).toList());
    }

    private static Properties words(Class<? extends Key> room, String language) throws IOException {
        var file = "/texts/" + room.getEnumConstants()[0].room() + "_" + language + ".properties";
        try (var stream = TextsTest.class.getResourceAsStream(file)) {
            assertThat(stream).as(file).isNotNull();
            var words = new Properties();
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return words;
        }
    }

    @ParameterizedTest(name = "{0} bytes: {1}")
    @CsvSource(textBlock = """
        0,             0 B
        1023,          1023 B
        1024,          1 KB
        1536,          1.5 KB
        4294967296,    4 GB
        4080218931,    3.8 GB
        17179869184,   16 GB
        """)
    void sizes_are_said_as_people_say_them(long bytes, String said) {
        assertThat(new Texts(Language.EN).bytes(new Bytes(bytes))).isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} ms: {1}")
    @CsvSource(textBlock = """
        0,        0 s
        4200,     4.2 s
        -4200,    4.2 s
        9999,     10.0 s
        10000,    10 s
        119999,   119 s
        120000,   2 min
        7200000,  2 h
        """)
    void times_are_said_as_people_say_them(long millis, String said) {
        assertThat(new Texts(Language.EN).duration(Duration.ofMillis(millis))).isEqualTo(said);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_apostrophe_is_an_apostrophe(Language language) {
        assertThat(new MessageFormat(Texts.quoted("can't {0} '{'x'}' doesn't"), language.locale())
                        .format(new Object[] {1}))
                .isEqualTo("can't 1 {x} doesn't");
    }

    @Test
    void a_port_has_no_comma() {
        assertThat(new Texts(Language.EN).of(Sample.LIST, 10250)).isEqualTo("10250");
        assertThat(new Texts(Language.EN).of(Sample.COUNT, 5000)).isEqualTo("5000 hosts");
        assertThat(new Texts(Language.EN).of(Sample.COUNT, 1)).isEqualTo("1 host");
    }

    /// As an old run's journal gives it back.
    private record Stored(String room, String name) implements Key {}

    @Test
    void a_key_that_a_later_muster_dropped_is_told_by_its_name() {
        var texts = new Texts(Language.ZH);

        assertThat(texts.of(new Stored("run", "NOBODY_KNOWS_THIS"), "lin1", 3))
                .isEqualTo("nobody knows this · lin1 · 3");
        assertThat(texts.of(new Stored("no-such-room", "WORD"))).isEqualTo("word");
    }

    @Test
    void a_list_is_joined_in_the_manner_of_the_language() {
        var list = List.of("a", "b");

        assertThat(new Texts(Language.EN).of(Sample.LIST, list)).isEqualTo("a, b");
        assertThat(new Texts(Language.ZH).of(Sample.LIST, list)).isEqualTo("a、b");
    }

    /// Has its words in the test's own resources.
    enum Sample implements Key {
        LIST,
        COUNT;

        @Override
        public String room() {
            return "texts-test";
        }
    }
}
