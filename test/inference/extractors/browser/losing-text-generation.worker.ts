import './lose-device';
import '@/inference/extractors/text-generation.worker';
