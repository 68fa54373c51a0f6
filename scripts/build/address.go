package main

import (
	"fmt"
	"html"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// addressPlaceholder stands in index.html for what only the site's address
// makes true.
const addressPlaceholder = "  <link rel=\"canonical\" href=\"\">\n"

// cardPicture is what programs show that preview a link.
const cardPicture = "docs/images/playground.png"

// cardWords say what is on it.
const cardWords = "The page: settings at the left, the network in the middle, the decision boundary and the cost curve at the right."

// readAddress returns the address of a site, of its folder, with a slash at its
// end; an empty one is of a site whose address is not known.
func readAddress(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return "", fmt.Errorf("%q is not the address of a site, such as https://notes.example/shallows/", text)
	}
	return strings.TrimSuffix(u.String(), "/") + "/", nil
}

// canonical is the link element that names the site.
func canonical(address string) []byte {
	if address == "" {
		return nil
	}
	return fmt.Appendf(nil, "  <link rel=\"canonical\" href=\"%s\">\n", html.EscapeString(address))
}

// writeCard copies the picture for previews into the site.
func writeCard(site string) error {
	picture, err := os.ReadFile(cardPicture)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(site, "card.png"), picture, 0o644)
}

// card returns what tells programs that preview a link to the site where it is
// and what it looks like; picture is the file's name in the site. They need
// whole addresses.
func card(address, picture string) ([]byte, error) {
	file, err := os.Open(cardPicture)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	size, err := png.DecodeConfig(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cardPicture, err)
	}
	return fmt.Appendf(canonical(address), `  <meta property="og:url" content="%[1]s">
  <meta property="og:image" content="%[1]s%[2]s">
  <meta property="og:image:width" content="%[3]d">
  <meta property="og:image:height" content="%[4]d">
  <meta property="og:image:alt" content="%[5]s">
  <meta name="twitter:card" content="summary_large_image">
`, html.EscapeString(address), picture, size.Width, size.Height, cardWords), nil
}
