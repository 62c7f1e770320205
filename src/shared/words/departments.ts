/** The departments of the articles' list, with which a new house begins; names are data from then on. */
export const firstDepartments = [
  { key: 'marketing-sales', en: 'Marketing and sales', es: 'Mercadeo y ventas', ru: 'Маркетинг и продажи' },
  { key: 'production', en: 'Production', es: 'Producción', ru: 'Производство' },
  {
    key: 'research-development',
    en: 'Research and development',
    es: 'Investigación y desarrollo',
    ru: 'Исследования и разработки',
  },
  { key: 'quality', en: 'Quality assurance', es: 'Aseguramiento de la calidad', ru: 'Обеспечение качества' },
  { key: 'customer-service', en: 'Customer service', es: 'Atención al cliente', ru: 'Обслуживание клиентов' },
  { key: 'collections', en: 'Collections', es: 'Cobranzas', ru: 'Взыскание платежей' },
  { key: 'billing', en: 'Billing', es: 'Facturación', ru: 'Расчёты и счета' },
  { key: 'purchasing', en: 'Purchasing', es: 'Compras', ru: 'Закупки' },
  { key: 'logistics', en: 'Logistics', es: 'Logística', ru: 'Логистика' },
  { key: 'systems', en: 'Systems', es: 'Sistemas', ru: 'Информационные системы' },
  { key: 'maintenance', en: 'Maintenance', es: 'Mantenimiento', ru: 'Техническое обслуживание' },
  { key: 'human-resources', en: 'Human resources', es: 'Recursos humanos', ru: 'Персонал' },
] as const;
