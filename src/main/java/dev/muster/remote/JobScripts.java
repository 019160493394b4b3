package dev.muster.remote;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.script.Script;
import dev.muster.setup.Os;

/// The scripts `job-*`, in the language of a host: the same parameters, the same answers.
///
/// @param address of the host, for what is said about it
record JobScripts(Os os, String address) {

    /// A folder's whole name has 247 characters on Windows, and the run's id and Muster's own folders need
    /// theirs.
    private static final int LONGEST_ON_WINDOWS = 60;

    /// `lock` in the language of the system.
    static Script script(Os os, String name) {
        return Script.of(
                switch (os) {
                    case LINUX -> "linux/" + name + ".sh";
                    case WINDOWS -> "windows/" + name + ".ps1";
                });
    }

    Script start(JobId id, Script script, Handover secrets) {
        return named("job-start", id)
                .with("SCRIPT", script.text())
                .with("RUNNER", named("job-run", id).text())
                .with("LOOK", look(id).text())
                .with("SECRETS", secrets.sizes());
    }

    Script look(JobId id) {
        return named("job-look", id);
    }

    Script follow(JobId id, long offset) {
        return withLook("job-follow", id).with("OFFSET", Long.toString(offset));
    }

    Script cancel(JobId id) {
        return withLook("job-cancel", id);
    }

    Script clear(JobId id) {
        return withLook("job-clear", id);
    }

    private Script withLook(String name, JobId id) {
        return named(name, id).with("LOOK", look(id).text());
    }

    private Script named(String name, JobId id) {
        return script(os, name).with("RUN", id.run()).with("JOB", folder(os, id));
    }

    static String folder(Os os, JobId id) {
        return switch (os) {
            case LINUX -> id.folder();
            case WINDOWS -> id.folder(LONGEST_ON_WINDOWS);
        };
    }

    /// The host can't do it, and said why.
    ProblemException failed(String what, String said) {
        return new ProblemException(new Problem(
                Problem.Kind.STEP,
                Place.field(address, what),
                Text.of(RemoteWords.JOB_REFUSED, address, said),
                Text.of(RemoteWords.JOB_REFUSED_WHY, address, said),
                Text.of(RemoteWords.JOB_REFUSED_FIX, address, said)));
    }
}
