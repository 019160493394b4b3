package dev.muster.setup.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.setup.WindowsImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastedImagesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # pasted                                        | name                              | build
        registry.example.org/app:1809                   | registry.example.org/app:1809     | ''
        app 17763                                       | app                               | 17763
        app,10.0.17763.437                              | app                               | 10.0.17763.437
        17763                                           | 17763                             | ''
        ltsc2022                                        | ltsc2022                          | ''
        app:7   20348  # ours                           | app:7                             | 20348
        '[{"RepoTags":["app:7"],"Os":"windows","OsVersion":"10.0.20348.1"}]' | app:7        | 10.0.20348.1
        '{"RepoTags":[],"RepoDigests":["app:ab"],"OsVersion":"10.0.20348"}' | app:ab           | 10.0.20348
        '{"Id":"sha256:abc","OsVersion":"10.0.17763.1"}' | abc                              | 10.0.17763.1
        """)
    void an_image_is_read(String pasted, String name, String build) {
        var read = Importers.images(pasted);

        assertThat(read.problems()).isEmpty();
        assertThat(read.images()).containsExactly(new WindowsImage(name, build));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # pasted                                                  | key
        app 17763 20348                                           | IMAGE_ODD
        app build17763                                            | IMAGE_ODD
        -v                                                        | IMAGE_ODD
        '[{"RepoTags":["a:1"],"Os":"linux","OsVersion":""}]'      | IMAGE_LINUX
        '[{"RepoTags":["a:1"],"Os":"windows"}]'                   | INSPECT_ODD
        '[{"RepoTags":'                                           | INSPECT_ODD
        '{}'                                                      | INSPECT_ODD
        """)
    void what_is_no_windows_image_is_said(String pasted, ImportWords key) {
        var read = Importers.images(pasted);

        assertThat(read.images()).isEmpty();
        assertThat(read.problems())
                .singleElement()
                .satisfies(it -> assertThat(it.what().key()).isEqualTo(key));
    }

    @Test
    void the_good_lines_are_taken_and_the_bad_ones_are_named() {
        var read = Importers.images("app:1809\n\nsome thing else\n# mine\nweb:ltsc2022\napp:1809\n");

        assertThat(read.images()).extracting(WindowsImage::name).containsExactly("app:1809", "web:ltsc2022");
        assertThat(read.problems()).extracting(it -> it.place().line()).containsExactly(3);
    }
}
