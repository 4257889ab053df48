export { shelfFetch } from '@/models/shelf';
