/// Practice Rancher, asked by the JDK's own HTTP client; no Rancher took part.
@NullMarked
package dev.muster.practice.rancher;

import org.jspecify.annotations.NullMarked;
