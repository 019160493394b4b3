package dev.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A practice host's jobs, held to what `job-start.sh` does on a real one.
final class JobsTest {

    private static final Assigned START =
            new Assigned("job-start.sh", Map.of("RUN", "r", "JOB", "join.1", "SCRIPT", "s", "SECRETS", "one 4\ntwo 3"));

    private final LinkedBlockingQueue<Map<String, String>> begun = new LinkedBlockingQueue<>();

    private final Jobs jobs = new Jobs(new Jobs.Kind() {
        @Override
        public Optional<Assigned> read(String text) {
            return Optional.of(new Assigned(text, Map.of()));
        }

        @Override
        public int run(Assigned step, Map<String, String> secrets, Job job) {
            begun.add(secrets);
            return 0;
        }

        @Override
        public int terminated() {
            return 143;
        }
    });

    private Said start(String secrets) throws Exception {
        return jobs.start(START, new ByteArrayInputStream(secrets.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_job_whose_secrets_came_in_short_is_not_begun() throws Exception {
        assertThat(start("1234ab").err()).isEqualTo("error: secret two came in short: the line was cut\n");

        assertThat(jobs.look(START).out()).isEqualTo("absent\n");
    }

    @Test
    void the_secrets_that_come_again_whole_begin_it() throws Exception {
        start("12");

        assertThat(start("1234abc").status()).isZero();

        assertThat(begun.poll(10, TimeUnit.SECONDS)).containsOnly(entry("one", "1234"), entry("two", "abc"));
    }
}
