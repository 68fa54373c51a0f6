export default { title: 'Notes' };
