// Command orders is a small service of the kind that swells in production: Gin, a cache, an upstream. It is one binary in two
// builds, which ORDERS_BUILD tells apart: leaky, and remedied.
package main

import (
	"context"
	"expvar"
	"log"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// build is what the two differ in.
type build struct {
	audit  gin.HandlerFunc
	report gin.HandlerFunc
	quote  gin.HandlerFunc
	price  gin.HandlerFunc

	// readWithin bounds how long a client may take to read an export; 0 lets it take for ever.
	readWithin time.Duration
}

// pending counts the reports that are not done, as many services publish by expvar.
var pending = expvar.NewInt("orders.pending")

// init lets the heap profile count each object and not one in 512 KiB, if a leak test asks for it: GODEBUG=memprofilerate=1 is
// overwritten as the runtime starts, in Go 1.19 at least.
func init() {
	if os.Getenv("SCUPPER") != "" {
		runtime.MemProfileRate = 1
	}
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Use(gin.Recovery())
	router.GET("/health", func(c *gin.Context) { c.String(http.StatusOK, "ok") })
	debug(router)
	b := chosen(setting("ORDERS_BUILD", "remedied"))
	routes(router, b)
	server := &http.Server{Addr: ":" + setting("SERVER_PORT", "8080"), Handler: router, ConnContext: withConnection}
	if err := server.ListenAndServe(); err != nil {
		log.Fatal(err)
	}
}

func chosen(name string) build {
	switch name {
	case "leaky":
		return leaky
	case "remedied":
		return remedied
	}
	log.Fatalf("ORDERS_BUILD is '%s', allowed are 'leaky' and 'remedied'.", name)
	return build{}
}

func routes(router *gin.Engine, b build) {
	router.POST("/orders", b.audit, placeOrder)
	router.POST("/orders/:id/report", b.report)
	router.GET("/orders/:id/quote", b.quote)
	router.GET("/orders/:id/price", b.price)
	router.GET("/quotes/:id", b.quote)
	router.GET("/orders/:id/export", b.export)
}

// debug serves what Scupper reads. In production it belongs on a port of its own that only operators reach.
func debug(router *gin.Engine) {
	router.GET("/metrics", metrics)
	router.GET("/debug/vars", gin.WrapH(expvar.Handler()))
	router.GET("/debug/pprof/*profile", func(c *gin.Context) {
		// Gin has one wildcard for a path, so that all profiles go through the one handler that knows them by name.
		c.Request.URL.Path = "/debug/pprof/" + strings.TrimPrefix(c.Param("profile"), "/")
		pprof.Index(c.Writer, c.Request)
	})
}

func placeOrder(c *gin.Context) {
	c.JSON(http.StatusCreated, gin.H{"placed": true})
}

type connectionKey struct{}

// withConnection lets a handler reach its connection: a WriteTimeout of the server would cut profiles off too.
func withConnection(ctx context.Context, connection net.Conn) context.Context {
	return context.WithValue(ctx, connectionKey{}, connection)
}

// export answers with more than the buffers between two machines take.
func (b build) export(c *gin.Context) {
	connection := c.Request.Context().Value(connectionKey{}).(net.Conn)
	if b.readWithin > 0 {
		_ = connection.SetWriteDeadline(time.Now().Add(b.readWithin))
		defer func() { _ = connection.SetWriteDeadline(time.Time{}) }()
	}
	c.Status(http.StatusOK)
	part := make([]byte, 64<<10)
	for i := 0; i < 256; i++ {
		if _, err := c.Writer.Write(part); err != nil {
			return
		}
	}
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}
