// Before the first paint: the person's own choice of light or dark, kept in this browser.
try { const look = localStorage.getItem('look'); if (look === 'dark' || look === 'light') document.documentElement.dataset.look = look; } catch { }
