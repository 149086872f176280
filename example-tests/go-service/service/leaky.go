package main

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
)

// leaky keeps something for each request: the four ways in which Go services swell most often.
var leaky = build{audit: keepBody, report: startReport, quote: cacheContext, price: readPrice}

var bodies struct {
	sync.Mutex
	kept [][]byte
}

// keepBody reads the whole body, whatever its size, and keeps it for an audit that nobody reads.
func keepBody(c *gin.Context) {
	body, err := io.ReadAll(c.Request.Body)
	if err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	bodies.Lock()
	bodies.kept = append(bodies.kept, body)
	bodies.Unlock()
	c.Set("body", body)
	c.Next()
}

// startReport starts a goroutine for a report and forgets the channel that would end it.
func startReport(c *gin.Context) {
	approved := make(chan struct{})
	pending.Add(1)
	go awaitApproval(approved)
	c.JSON(http.StatusAccepted, gin.H{"report": c.Param("id")})
}

// awaitApproval waits for ever: nobody closes the channel.
func awaitApproval(approved <-chan struct{}) {
	<-approved
	pending.Add(-1)
}

// visit is what a request leaves in the cache: its context with timer and cancel function, both alive for an hour.
type visit struct {
	ctx    context.Context
	cancel context.CancelFunc
}

var visits sync.Map

// cacheContext puts the context of a short request into a cache that lives as long as the service.
func cacheContext(c *gin.Context) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	visits.Store(c.Param("id"), &visit{ctx, cancel})
	c.JSON(http.StatusOK, gin.H{"quote": 42})
}

// readPrice looks at the status and forgets the body, which keeps the connection, two goroutines and their buffers.
func readPrice(c *gin.Context) {
	response, err := http.Get(setting("PRICES_URL", "http://prices:8080") + "/prices/" + c.Param("id"))
	if err != nil {
		c.AbortWithStatus(http.StatusBadGateway)
		return
	}
	c.JSON(http.StatusOK, gin.H{"status": response.StatusCode})
}
