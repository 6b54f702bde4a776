<?xml version="1.0" encoding="UTF-8"?>
<!-- Shows feed.xml, and further pages of it, as a page for people. All text of the feed is escaped; HTML in it is not
     shown at all. What lies beside the feed is linked relative to it, so that a preview shows its own files. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
    exclude-result-prefixes="atom itunes">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat" indent="no"/>

  <xsl:variable name="channel" select="/rss/channel"/>
  <xsl:variable name="self" select="$channel/atom:link[@rel='self']/@href"/>
  <xsl:variable name="folder">
    <xsl:call-template name="folder-of"><xsl:with-param name="url" select="$self"/></xsl:call-template>
  </xsl:variable>

  <xsl:template match="/">
    <html lang="{{ tag }}" dir="{{ direction }}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <link rel="icon" href="data:,"/>
        <title><xsl:value-of select="$channel/title"/></title>
        <style>
          :root { color-scheme: light dark; --ink: #221f1b; --quiet: #665e54; --paper: #fbf9f5; --raised: #fffefb;
            --line: #e2dcd1; --accent: #98391b; }
          @media (prefers-color-scheme: dark) {
            :root { --ink: #e9e3d9; --quiet: #aaa094; --paper: #181613; --raised: #201d19; --line: #38332c;
              --accent: #f2a27c; }
          }
          * { box-sizing: border-box; }
          body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 44rem; background: var(--paper);
            color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
          a { color: var(--accent); text-underline-offset: .15em; }
          :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
          h1, h2, h3 { line-height: 1.25; margin: 0; }
          h1 { font-size: clamp(1.6rem, 6vw, 2.3rem); }
          h2 { font-size: 1.2rem; }
          h3 { font-size: 1.1rem; }
          header { display: flex; flex-wrap: wrap; gap: 1.25rem; align-items: center; }
          header img { width: 9rem; height: 9rem; border-radius: .6rem; background: var(--raised); object-fit: cover; }
          header div { flex: 1 1 14rem; }
          .quiet { color: var(--quiet); margin: .25rem 0 0; }
          .description { white-space: pre-line; margin: 1.25rem 0; }
          aside { border: 1px solid var(--line); background: var(--raised); border-radius: .6rem;
            padding: 1rem 1.25rem; margin: 1.5rem 0 2.25rem; }
          aside p { margin: .4rem 0; }
          code { display: block; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: .4rem;
            background: var(--paper); font: .95rem/1.4 ui-monospace, monospace; user-select: all; }
          ol { list-style: none; margin: .75rem 0 0; padding: 0; }
          li { padding: 1.1rem 0 1.25rem; border-top: 1px solid var(--line); }
          audio { display: block; width: 100%; margin-top: .75rem; }
          nav { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem; padding-top: 1.25rem;
            border-top: 1px solid var(--line); }
        </style>
      </head>
      <body>
        <xsl:apply-templates select="$channel"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="channel">
    <header>
      <xsl:if test="$folder != '' and starts-with(itunes:image/@href, $folder)">
        <img alt="" width="144" height="144">
          <xsl:attribute name="src">
            <xsl:call-template name="here"><xsl:with-param name="url" select="itunes:image/@href"/></xsl:call-template>
          </xsl:attribute>
        </img>
      </xsl:if>
      <div>
        <h1 dir="auto" lang="{language}"><xsl:value-of select="title"/></h1>
        <xsl:if test="itunes:author">
          <p class="quiet" dir="auto"><xsl:value-of select="itunes:author"/></p>
        </xsl:if>
      </div>
    </header>
    <main>
      <p class="description" dir="auto" lang="{language}"><xsl:value-of select="description"/></p>
      <xsl:call-template name="website"/>
      <xsl:call-template name="subscribe"/>
      <h2>{{ episodes }}</h2>
      <xsl:choose>
        <xsl:when test="item"><ol><xsl:apply-templates select="item"/></ol></xsl:when>
        <xsl:otherwise><p>{{ feed_none }}</p></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="pages"/>
    </main>
  </xsl:template>

  <xsl:template name="website">
    <xsl:variable name="page">
      <xsl:call-template name="here"><xsl:with-param name="url" select="link"/></xsl:call-template>
    </xsl:variable>
    <xsl:if test="$page != ''"><p><a href="{$page}">{{ shows_page }}</a></p></xsl:if>
  </xsl:template>

  <xsl:template name="subscribe">
    <aside aria-labelledby="subscribe">
      <h2 id="subscribe">{{ subscribe }}</h2>
      <p>{{ feed_is }}</p>
      <code dir="ltr">
        <xsl:choose>
          <xsl:when test="atom:link[@rel='first']">
            <xsl:value-of select="atom:link[@rel='first']/@href"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$self"/></xsl:otherwise>
        </xsl:choose>
      </code>
    </aside>
  </xsl:template>

  <xsl:template match="item">
    <xsl:variable name="page">
      <xsl:call-template name="here"><xsl:with-param name="url" select="link"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="audio">
      <xsl:call-template name="here"><xsl:with-param name="url" select="enclosure/@url"/></xsl:call-template>
    </xsl:variable>
    <li>
      <h3 dir="auto" lang="{$channel/language}">
        <xsl:choose>
          <xsl:when test="$page != ''"><a href="{$page}"><xsl:value-of select="title"/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="title"/></xsl:otherwise>
        </xsl:choose>
      </h3>
      <p class="quiet"><xsl:apply-templates select="pubDate"/><xsl:apply-templates select="itunes:duration"/></p>
      <xsl:if test="$audio != ''">
        <audio controls="controls" preload="none" src="{$audio}" aria-label="{title}"/>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- "Mon, 02 Mar 2026 12:00:00 +0000". Texts in double braces, here and elsewhere, are the show's language's. -->
  <xsl:template match="pubDate">
    <xsl:variable name="before" select="substring-before('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
      substring(., 9, 3))"/>
    <xsl:variable name="month" select="format-number(string-length($before) div 4 + 1, '00')"/>
    <xsl:variable name="day" select="number(substring(., 6, 2))"/>
    <time datetime="{substring(., 13, 4)}-{$month}-{substring(., 6, 2)}">
      {{ date }}
    </time>
  </xsl:template>

  <!-- Seconds -->
  <xsl:template match="itunes:duration">
    <xsl:variable name="hours" select="floor(. div 3600)"/>
    <xsl:variable name="minutes" select="floor(. div 60) mod 60"/>
    <xsl:text> · </xsl:text>
    <xsl:if test="$hours">{{ hours }}<xsl:text> </xsl:text></xsl:if>
    <xsl:if test="$hours or $minutes">{{ minutes }}<xsl:text> </xsl:text></xsl:if>
    <xsl:if test="not($hours)">{{ seconds }}</xsl:if>
  </xsl:template>

  <xsl:template name="pages">
    <xsl:if test="atom:link[@rel='previous' or @rel='next']">
      <nav aria-label="{{ feed_pages }}">
        <xsl:for-each select="atom:link[@rel='previous' or @rel='next']">
          <xsl:variable name="page">
            <xsl:call-template name="here"><xsl:with-param name="url" select="@href"/></xsl:call-template>
          </xsl:variable>
          <xsl:if test="$page != ''">
            <a href="{$page}" rel="{substring(@rel, 1, 4)}">
              <xsl:choose>
                <xsl:when test="@rel='next'">{{ older }}</xsl:when>
                <xsl:otherwise>{{ newer }}</xsl:otherwise>
              </xsl:choose>
            </a>
          </xsl:if>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- An http URL, relative to the feed if it lies beside or below it; nothing for any other: "javascript:" is one. -->
  <xsl:template name="here">
    <xsl:param name="url"/>
    <xsl:choose>
      <xsl:when test="$folder != '' and starts-with($url, $folder)">
        <xsl:value-of select="concat('./', substring-after($url, $folder))"/>
      </xsl:when>
      <xsl:when test="starts-with($url, 'https://') or starts-with($url, 'http://')">
        <xsl:value-of select="$url"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- "https://example.org/show/" of "https://example.org/show/feed.xml" -->
  <xsl:template name="folder-of">
    <xsl:param name="url"/>
    <xsl:if test="contains($url, '/')">
      <xsl:value-of select="concat(substring-before($url, '/'), '/')"/>
      <xsl:call-template name="folder-of">
        <xsl:with-param name="url" select="substring-after($url, '/')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
