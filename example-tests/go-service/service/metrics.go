package main

import (
	"fmt"
	"net/http"
	"os"
	"runtime"

	"github.com/gin-gonic/gin"
)

// metrics exposes what a client library of Prometheus would, as far as a leak test reads it.
func metrics(c *gin.Context) {
	c.Status(http.StatusOK)
	c.Header("Content-Type", "text/plain; version=0.0.4")
	fmt.Fprintf(c.Writer, "# TYPE go_goroutines gauge\ngo_goroutines %d\n", runtime.NumGoroutine())
	if open, err := os.ReadDir("/proc/self/fd"); err == nil {
		// One of them is the folder itself.
		fmt.Fprintf(c.Writer, "# TYPE process_open_fds gauge\nprocess_open_fds %d\n", len(open)-1)
	}
	fmt.Fprintf(c.Writer, "# TYPE orders_pending gauge\norders_pending{queue=\"reports\"} %d\n", pending.Value())
}
