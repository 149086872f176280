// A service of one class and its leak test, as a user of Gradle would build them: `gradle check`.
plugins {
    java
}

repositories {
    mavenCentral()
}

val scupper = "0.1.0-SNAPSHOT"

configurations.create("gate")

dependencies {
    testImplementation("io.scupper:scupper-junit:$scupper")
    testImplementation("org.junit.jupiter:junit-jupiter:5.14.4")
    testRuntimeOnly("org.junit.platform:junit-platform-launcher:1.14.4")
    "gate"("io.scupper:scupper-gate:$scupper:all")
}

tasks.test {
    useJUnitPlatform()
    systemProperty("scupper.records", "build/scupper")
    systemProperty("shop.keeps", providers.gradleProperty("shop.keeps").getOrElse("false"))
    // The gate decides.
    ignoreFailures = true
    // Records of an earlier run would be taken for this one's.
    outputs.dir("build/scupper")
    doFirst { delete("build/scupper") }
}

// Fails by the gate's exit code, whose meanings are in docs/gate.md.
val leakGate = tasks.register<JavaExec>("leakGate") {
    dependsOn(tasks.test)
    classpath = configurations["gate"]
    mainClass.set("io.scupper.gate.GateCommand")
    args("check", "build/scupper", "--html", "build/reports/leaks", "--markdown", "build/reports/leaks.md")
    args(providers.gradleProperty("gate").map { it.split(" ") }.getOrElse(emptyList()))
}

tasks.check {
    dependsOn(leakGate)
}
