package io.scupper.fault;

import io.scupper.model.Library;

/** The libraries that more than one table has rows of, and those that stand beside them. */
final class Libraries {

    static final Library HIKARI =
            Library.of("HikariCP", "com.zaxxer:HikariCP", "com.zaxxer.hikari.pool.HikariPool", "6.3.0", "7.1.0");
    static final Library DBCP = Library.of(
            "DBCP2", "org.apache.commons:commons-dbcp2", "org.apache.commons.dbcp2.PoolableConnection", "2.13.0");
    static final Library TOMCAT_JDBC = Library.of(
            "Tomcat JDBC", "org.apache.tomcat:tomcat-jdbc", "org.apache.tomcat.jdbc.pool.ConnectionPool", "10.1.40");

    private Libraries() {}
}
