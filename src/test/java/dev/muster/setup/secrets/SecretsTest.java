package dev.muster.setup.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.base.ProblemException;
import dev.muster.base.Secret;
import dev.muster.setup.SecretRef;
import dev.muster.setup.SecretWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretsTest {

    private static final String FIELD = "logins.ops.password";

    @TempDir
    Path folder;

    @Test
    void a_variable_of_the_environment() {
        try (var secrets = new Secrets(Map.of("OPS", "hunter2"), Asker.NOBODY)) {
            assertThat(secrets.get(new SecretRef.Env("OPS"), FIELD).revealString())
                    .isEqualTo("hunter2");
        }
    }

    @Test
    void a_variable_that_is_not_set_and_one_that_is_empty() {
        try (var secrets = new Secrets(Map.of("EMPTY", ""), Asker.NOBODY)) {
            refused(secrets, new SecretRef.Env("OPS"), SecretWords.VARIABLE_MISSING, FIELD + ".env");
            refused(secrets, new SecretRef.Env("EMPTY"), SecretWords.VARIABLE_EMPTY, FIELD + ".env");
        }
    }

    @Test
    void an_entry_of_the_key_chain() {
        KeyChain chain = name -> name.equals("ops") ? Optional.of(Secret.of("hunter2")) : Optional.empty();
        try (var secrets = new Secrets(Map.of(), Asker.NOBODY, chain)) {
            assertThat(secrets.get(new SecretRef.KeyChain("ops"), FIELD).revealString())
                    .isEqualTo("hunter2");
            refused(secrets, new SecretRef.KeyChain("no"), SecretWords.KEYCHAIN_MISSING, FIELD + ".keychain");
        }
        KeyChain locked = name -> {
            throw new KeyChain.Unusable("locked");
        };
        try (var secrets = new Secrets(Map.of(), Asker.NOBODY, locked)) {
            refused(secrets, new SecretRef.KeyChain("ops"), SecretWords.KEYCHAIN_UNUSABLE, FIELD + ".keychain");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
        Linux      ¦ secret-tool store --label="muster ops" service muster account ops
        Mac OS X   ¦ security add-generic-password -s muster -a ops -w
        Windows 11 ¦ cmdkey /generic:"muster|ops" /user:ops /pass
        """, ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '§')
    void what_saves_an_entry_asks_for_the_secret_by_itself(String os, String command) {
        assertThat(KeyChain.saving(os, "ops")).isEqualTo(command);
    }

    @Test
    void a_file_without_its_last_line_break() throws IOException {
        try (var secrets = new Secrets(Map.of(), Asker.NOBODY)) {
            assertThat(secrets.get(file("one\ntwo \r\n", "rw-------"), FIELD).revealString())
                    .isEqualTo("one\ntwo ");
        }
    }

    @Test
    void files_that_cannot_be_used() throws IOException {
        try (var secrets = new Secrets(Map.of(), Asker.NOBODY)) {
            var field = FIELD + ".file";
            refused(secrets, new SecretRef.InFile(folder.resolve("no")), SecretWords.SECRET_FILE_MISSING, field);
            refused(secrets, new SecretRef.InFile(folder), SecretWords.SECRET_FILE_FOLDER, field);
            refused(secrets, file("hunter2", "rw-r-----"), SecretWords.SECRET_FILE_OPEN, field);
            refused(secrets, file("\n", "rw-------"), SecretWords.SECRET_FILE_EMPTY, field);
            refused(secrets, file("x".repeat(70_000), "rw-------"), SecretWords.SECRET_FILE_LARGE, field);
        }
    }

    @Test
    void nobody_there_to_be_asked() {
        try (var secrets = new Secrets(Map.of(), Asker.NOBODY)) {
            refused(secrets, new SecretRef.Prompt(), SecretWords.SECRET_NOBODY, FIELD);
        }
    }

    @Test
    void fifty_hosts_make_one_question_a_field() throws Exception {
        var questions = new ArrayList<String>();
        Asker asker = field -> {
            questions.add(field);
            return Optional.of(Secret.of("for " + field));
        };
        var right = new AtomicInteger();
        try (var secrets = new Secrets(Map.of(), asker)) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var host = 0; host < 50; host++) {
                    var field = host % 2 == 0 ? "a" : "b";
                    threads.submit(() -> {
                        try (var secret = secrets.get(new SecretRef.Prompt(), field)) {
                            right.addAndGet(secret.revealString().equals("for " + field) ? 1 : 0);
                        }
                    });
                }
            }
        }
        assertThat(questions).containsExactlyInAnyOrder("a", "b");
        assertThat(right).hasValue(50);
    }

    @Test
    void a_wrong_answer_is_asked_for_again() {
        var questions = new AtomicInteger();
        Asker asker = _ -> Optional.of(Secret.of("answer " + questions.incrementAndGet()));
        try (var secrets = new Secrets(Map.of(), asker)) {
            secrets.get(new SecretRef.Prompt(), FIELD).close();
            secrets.forget(FIELD);

            assertThat(secrets.get(new SecretRef.Prompt(), FIELD).revealString())
                    .isEqualTo("answer 2");
        }
    }

    @Test
    void closed_secrets_give_nothing() {
        var secrets = new Secrets(Map.of("OPS", "hunter2"), Asker.NOBODY);
        secrets.close();

        assertThatThrownBy(() -> secrets.get(new SecretRef.Env("OPS"), FIELD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("hunter2");
    }

    private SecretRef.InFile file(String content, String rights) throws IOException {
        var file = Files.createTempFile(folder, "secret", "");
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        return new SecretRef.InFile(file);
    }

    private static void refused(Secrets secrets, SecretRef ref, SecretWords words, String field) {
        var thrown = catchThrowableOfType(ProblemException.class, () -> secrets.get(ref, FIELD));

        assertThat(thrown.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.what().key()).isEqualTo(words);
            assertThat(problem.place().field()).isEqualTo(field);
            assertThat(problem.toString()).doesNotContain("hunter2");
        });
    }
}
