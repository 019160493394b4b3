package dev.muster.catalog;

/// A kernel module that RKE1 expects.
///
/// @param essential  without it no pod network works
/// @param vxlan      used by networks with vxlan only
/// @param mergedInto the module that carries it in newer kernels; empty: none
/// @param since      the first such kernel; empty: none
public record KernelModule(
        String name, boolean essential, boolean vxlan, String mergedInto, String since, String source) {

    /// Whether a kernel (`uname -r`) has it as a module of its own.
    public boolean isIn(String kernel) {
        return since.isEmpty() || Version.of(kernel).compareTo(Version.of(since)) < 0;
    }
}
