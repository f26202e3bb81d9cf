import { type ActivityManifest, readDefinition } from '@latchkey/bpmn';
import { Problem } from '@latchkey/kernel';

/** Reads a diagram that may have faults yet. Throws `definition.unreadable`, `definition.too-large`. */
export async function readDraft(xml: string, manifests: readonly ActivityManifest[]): Promise<void> {
  try {
    await readDefinition(xml, manifests);
  } catch (error) {
    if (error instanceof Problem && error.code === 'definition.invalid') return;
    throw error;
  }
}
