export default {
  title: 'Notes',
  url: 'https://notes.example',
  baseUrl: '/',
  themes: ['@docusaurus/theme-classic'],
  plugins: [['@docusaurus/plugin-content-docs', { routeBasePath: '/', sidebarPath: false }]],
};
