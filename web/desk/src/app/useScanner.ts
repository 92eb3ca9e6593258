import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { isTyping } from '../lib/keys.ts';
import { kindOf, nothing, scan } from '../lib/scanner.ts';

/** A case number read by a hand scanner anywhere outside a text field finds its case (ux R19). */
export function useScanner(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let burst = nothing;
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      const read = scan(burst, event.key, event.timeStamp);
      burst = read.burst;
      if (read.code === undefined || kindOf(read.code) !== 'case-number') return;
      event.preventDefault();
      navigate(`/cases?${new URLSearchParams({ text: read.code })}`);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [navigate]);
}
