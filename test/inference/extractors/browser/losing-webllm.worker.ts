import './lose-device';
import '@/inference/extractors/webllm.worker';
