<?php
/** The industries that vtiger's own installer offers. */
class Noticeboard_Industries_Model {

	public static $all = array(
		'Accounting', 'Advertising', 'Agriculture', 'Apparel & Accessories', 'Automotive', 'Banking & Financial Services',
		'Biotechnology', 'Call Centers', 'Careers/Employment', 'Chemical', 'Computer Hardware', 'Computer Software',
		'Consulting', 'Construction', 'Education', 'Energy Services', 'Engineering', 'Entertainment', 'Financial',
		'Food & Food Service', 'Government', 'Health care', 'Insurance', 'Legal', 'Logistics', 'Manufacturing',
		'Media & Production', 'Non-profit', 'Pharmaceutical', 'Real Estate', 'Rental', 'Retail & Wholesale', 'Security',
		'Service', 'Sports', 'Telecommunications', 'Transportation', 'Travel & Tourism', 'Utilities', 'Other',
	);
}
