/** A stranger's service and a stranger's fault: nothing here is in a package of Scupper's. */
@NullMarked
package com.acme;

import org.jspecify.annotations.NullMarked;
