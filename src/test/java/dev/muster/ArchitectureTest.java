package dev.muster;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import dev.muster.base.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// The doors between the rooms of the house: who may import whom, and what never happens where.
@AnalyzeClasses(locations = ArchitectureTest.House.class)
final class ArchitectureTest {
    /// What `probe` hands on: values, not the verb that reaches out to a host.
    private static final DescribedPredicate<JavaClass> RECORDS_OF_PROBE = resideInAPackage("dev.muster.probe..")
            .and(describe("are records, enums or interfaces", ArchitectureTest::isValue))
            .as("records of probe");

    private static final DescribedPredicate<JavaClass> NOTHING_MORE =
            DescribedPredicate.<JavaClass>alwaysFalse().as("nothing more");

    @ArchTest
    static final ArchRule base = room("base").imports().because("everybody imports base, so it can import nobody");

    @ArchTest
    static final ArchRule text =
            room("text").imports("base").because("words are rendered from keys and know no stage of the flow");

    @ArchTest
    static final ArchRule setup =
            room("setup").imports("base").because("what the admin wants is said before anything else is known");

    @ArchTest
    static final ArchRule script =
            room("script").imports("base").because("quoting is one function's problem and must not know why");

    @ArchTest
    static final ArchRule catalog =
            room("catalog").imports("base", "setup").because("the world's facts are data, whoever asks");

    @ArchTest
    static final ArchRule remote = room("remote")
            .imports("base", "setup", "script")
            .because("a connection runs scripts and does not know what for");

    @ArchTest
    static final ArchRule probe = room("probe")
            .imports("base", "setup", "catalog", "script", "remote")
            .because("facts are gathered before anybody judges them");

    @ArchTest
    static final ArchRule assess = room("assess")
            .withRecordsOfProbe()
            .imports("base", "setup", "catalog")
            .because("a judgement sees facts, never a host");

    @ArchTest
    static final ArchRule plan = room("plan")
            .withRecordsOfProbe()
            .imports("base", "setup", "catalog", "assess", "script")
            .because("a plan is a value made from values");

    @ArchTest
    static final ArchRule run = room("run")
            .imports("base", "setup", "plan", "probe", "remote", "script")
            .because("the runner does what the plan says and asks no check again");

    @ArchTest
    static final ArchRule rancher = room("rancher")
            .withRecordsOfProbe()
            .imports("base", "setup", "catalog", "plan", "run")
            .because("Rancher is reached through its API, hosts aren't");

    @ArchTest
    static final ArchRule kubernetes = room("kubernetes")
            .withRecordsOfProbe()
            .imports("base", "setup", "catalog", "plan", "run", "remote", "script")
            .because("a cluster is reached through its API and Helm");

    @ArchTest
    static final ArchRule report = room("report")
            .withRecordsOfProbe()
            .imports("base", "setup", "catalog", "text", "plan", "assess", "run")
            .because("a report is written from what was journalled, never by asking a host");

    @ArchTest
    static final ArchRule practice = room("practice")
            .imports("base")
            .because("practice hosts know the protocols from the server's side only, as real hosts do");

    @ArchTest
    static final ArchRule flow = room("flow")
            .imports(
                    "base",
                    "setup",
                    "catalog",
                    "script",
                    "remote",
                    "probe",
                    "assess",
                    "plan",
                    "run",
                    "rancher",
                    "kubernetes")
            .because("both faces put the same verbs in the same order");

    @ArchTest
    static final ArchRule nobody_imports_the_window = face("ui");

    @ArchTest
    static final ArchRule nobody_imports_the_command_line = face("cli");

    @ArchTest
    static final ArchRule rooms_have_an_order = slices().matching("dev.muster.(*)..")
            .namingSlices("room $1")
            .should()
            .beFreeOfCycles()
            .because("rooms have an order, and a cycle is one room with a wall through it");

    @ArchTest
    static final ArchRule practice_is_reached_from_the_faces_only = noClasses()
            .that(resideInAPackage("dev.muster.*..").and(resideOutsideOf("practice", "cli", "ui")))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.muster.practice.."))
            .because("nothing that works on real hosts may fall back to pretended ones");

    @ArchTest
    static final ArchRule flow_is_reached_from_the_faces_only = noClasses()
            .that(resideInAPackage("dev.muster.*..").and(resideOutsideOf("flow", "cli", "ui")))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.muster.flow.."))
            .because("a verb doesn't know what comes after it");

    @ArchTest
    static final ArchRule assess_and_plan_open_nothing = noClasses()
            .that(resideInAnyPackage("dev.muster.assess..", "dev.muster.plan.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "java.nio.channels..", "javax.net..")
                    .or(named(
                            "java.nio.file.Files",
                            "java.io.File",
                            "java.io.FileInputStream",
                            "java.io.FileOutputStream",
                            "java.io.FileReader",
                            "java.io.FileWriter",
                            "java.io.RandomAccessFile",
                            "java.net.Socket",
                            "java.net.ServerSocket",
                            "java.net.DatagramSocket",
                            "java.net.URLConnection",
                            "java.lang.Process",
                            "java.lang.ProcessBuilder")))
            .because("the same input gives the same output, so they are tested with tables");

    @ArchTest
    static final ArchRule assess_and_plan_have_no_clock_and_no_dice = noClasses()
            .that(resideInAnyPackage("dev.muster.assess..", "dev.muster.plan.."))
            .should()
            .accessTargetWhere(describe("a clock or dice", ArchitectureTest::isClockOrDice))
            .because("the same input gives the same output, so they are tested with tables");

    @ArchTest
    static final ArchRule only_script_makes_a_script = noClasses()
            .that(resideOutsideOfPackage("dev.muster.script.."))
            .should()
            .callConstructorWhere(describe(
                    "of Script", call -> call.getTargetOwner().getName().equals("dev.muster.script.Script")))
            .because("a script is a fixed file with parameters, never text put together from strings");

    @ArchTest
    static final ArchRule one_mailbox = noClasses()
            .that(describe(
                    "are not ui's Mailbox",
                    type -> !(type.getPackageName().startsWith("dev.muster.ui")
                            && type.getName().replaceAll("\\$.*", "").endsWith(".Mailbox"))))
            .should()
            .accessTargetWhere(describe(
                    "Platform.runLater",
                    access -> isCallOf(access, "javafx.application.Platform")
                            && access.getTarget().getName().equals("runLater")))
            .because("news reach the window once a frame, newest first, not one event a line");

    @ArchTest
    static final ArchRule models_hold_no_node = noClasses()
            .that()
            .resideInAPackage("dev.muster.ui..")
            .and()
            .haveSimpleNameEndingWith("Model")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx.."))
            .allowEmptyShould(true)
            .because("a model is plain Java, tested without a window");

    @ArchTest
    static final ArchRule javafx_stays_in_the_window = library("ui", "javafx..", "org.controlsfx..", "atlantafx..");

    @ArchTest
    static final ArchRule picocli_stays_in_the_command_line = library("cli", "picocli..");

    @ArchTest
    static final ArchRule java_keyring_stays_in_setup = library("setup", "com.github.javakeyring..");

    @ArchTest
    static final ArchRule sshj_stays_in_remote = library("remote", "net.schmizz..", "com.hierynomus..");

    @ArchTest
    static final ArchRule winrm4j_stays_in_remote =
            library("remote", "io.cloudsoft..", "org.apache.cxf..", "org.apache.http..", "javax.xml.ws..");

    @ArchTest
    static final ArchRule mina_stays_in_practice = library("practice", "org.apache.sshd..");

    @ArchTest
    static final ArchRule the_http_servers_side_stays_in_practice = library("practice", "org.apache.hc..");

    @ArchTest
    static final ArchRule the_schema_stays_in_setup = library("setup", "com.networknt..");

    @ArchTest
    static final ArchRule yaml_is_parsed_where_files_are_read = noClasses()
            .that(resideInAPackage("dev.muster.*..").and(resideOutsideOf("setup", "catalog")))
            .should()
            .dependOnClassesThat(resideInAPackage("org.snakeyaml.."))
            .because("setup reads the admin's file and the catalogue reads its own; nobody else has a YAML file");

    @ArchTest
    static final ArchRule only_main_ends_the_process = noClasses()
            .that(resideInAPackage("dev.muster.*.."))
            .should()
            .accessTargetWhere(describe(
                    "System.exit or Runtime.halt",
                    access -> Set.of("exit", "halt").contains(access.getTarget().getName())
                            && (isCallOf(access, "java.lang.System") || isCallOf(access, "java.lang.Runtime"))))
            .because("whoever ends the process decides what is left half done: Main alone");

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that(resideInAPackage("dev.muster.*..").and(resideOutsideOf("cli")))
            .should()
            .accessTargetWhere(describe(
                    "System.out or System.err",
                    access -> isCallOf(access, "java.lang.System")
                            && Set.of("out", "err").contains(access.getTarget().getName())))
            .because(
                    "data goes to standard output, words to standard error, and the command line knows which is which");

    @ArchTest
    static final ArchRule no_static_state = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(resideInAPackage("dev.muster.."))
            .should()
            .beFinal()
            .because("wiring is by hand: no singleton that somebody fills later");

    @ArchTest
    static final ArchRule names_say_something = classes()
            .should(have(describe("a name that says what is special", ArchitectureTest::saysSomething)))
            .because("Manager, Helper, Util, Impl, Abstract, Data and Info say nothing about a type");

    @ArchTest
    static final ArchRule every_package_has_a_door_sign = classes()
            .should(have(describe(
                    "a package-info.java with @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("null lives at borders only, and NullAway looks only where it is told to");

    private static boolean isValue(JavaClass type) {
        return type.isRecord() || type.isEnum() || type.isInterface();
    }

    private static boolean isClockOrDice(JavaAccess<?> access) {
        var target = access.getTarget();
        var owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "now" -> owner.startsWith("java.time.") && !(takesAClock(target));
            case "systemUTC", "systemDefaultZone" -> owner.equals("java.time.Clock");
            case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
            case "random" -> owner.equals("java.lang.Math");
            case "randomUUID" -> owner.equals("java.util.UUID");
            case "<init>", "current" ->
                Set.of("java.util.Random", "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom")
                        .contains(owner);
            default -> false;
        };
    }

    private static boolean takesAClock(AccessTarget target) {
        return target instanceof AccessTarget.MethodCallTarget method
                && method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static boolean isCallOf(JavaAccess<?> access, String owner) {
        return access.getTargetOwner().getName().equals(owner);
    }

    private static boolean saysSomething(JavaClass type) {
        var name = type.getSimpleName();
        return !name.startsWith("Abstract")
                && Stream.of("Manager", "Helper", "Util", "Utils", "Impl", "Data", "Info")
                        .noneMatch(name::endsWith);
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        var all = List.of(names);
        return describe("one of " + all, type -> all.contains(type.getName()));
    }

    private static DescribedPredicate<JavaClass> resideOutsideOf(String... rooms) {
        return DescribedPredicate.not(resideInAnyPackage(packages(rooms))).as("outside of " + List.of(rooms));
    }

    private static String[] packages(String... rooms) {
        return Arrays.stream(rooms).map(room -> "dev.muster." + room + "..").toArray(String[]::new);
    }

    /// A face, which only `Main` and `App` may know, and not the other face.
    private static ArchRule face(String room) {
        return noClasses()
                .that(resideInAPackage("dev.muster.*..").and(resideOutsideOf(room)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(room)))
                .because("the window and the command line are two faces over one flow");
    }

    /// A library that is spoken to in one room; `Main` and `App`, in no room, may start it.
    private static ArchRule library(String room, String... packages) {
        return noClasses()
                .that(resideInAPackage("dev.muster.*..").and(resideOutsideOf(room)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages))
                .because("a library's type doesn't cross the door of " + room);
    }

    private static Room room(String name) {
        return new Room(name, NOTHING_MORE);
    }

    /// The place that our own classes came from, without the tests.
    static final class House implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> test) {
            return Set.of(Location.of(
                    Reading.class.getProtectionDomain().getCodeSource().getLocation()));
        }
    }

    private record Room(String name, DescribedPredicate<JavaClass> more) {
        Room withRecordsOfProbe() {
            return new Room(name, RECORDS_OF_PROBE);
        }

        ArchRule imports(String... others) {
            var itself = resideInAPackage("dev.muster." + name + "..");
            return classes()
                    .that(itself)
                    .should()
                    .onlyDependOnClassesThat(resideOutsideOfPackage("dev.muster..")
                            .or(itself)
                            .or(resideInAnyPackage(packages(others)))
                            .or(more))
                    .as(name + " imports " + List.of(others) + " and " + more.getDescription())
                    .allowEmptyShould(true);
        }
    }
}
