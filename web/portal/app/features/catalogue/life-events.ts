/** The stations of a life and of a firm, in the words by which items are filed under them. */
export const lifeEvents = ['出生', '入学', '就业', '婚育', '购房', '退休', '身后'] as const;
export const firmEvents = ['开办', '经营', '变更', '注销'] as const;
