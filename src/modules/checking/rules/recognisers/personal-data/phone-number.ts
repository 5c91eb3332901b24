/** Mobile phone numbers: prefixes in use. Pure. */

/**
 * First three digits given to mobile networks and their resellers, 工业和信息化部《电信网编号计划（2017年版）》 and the
 * assignments since, state of 2024: 174 satellite; 192 the broadcasting network.
 */
const mobilePrefixes = new Set(
  (
    '130 131 132 133 134 135 136 137 138 139 145 146 147 148 149 150 151 152 153 155 156 157 158 159 ' +
    '162 165 166 167 170 171 172 173 174 175 176 177 178 180 181 182 183 184 185 186 187 188 189 ' +
    '190 191 192 193 195 196 197 198 199'
  ).split(' '),
);

/** True for eleven digits that begin like a mobile phone's. */
export function isMobileNumber(digits: string): boolean {
  return digits.length === 11 && mobilePrefixes.has(digits.slice(0, 3));
}

/** The eleven digits behind 86, 0086, 086 or a leading 0 written together with them; undefined for anything else. */
export function mobileBehindPrefix(digits: string): string | undefined {
  const prefix = digits.slice(0, -11);
  const mobile = digits.slice(-11);
  return ['86', '086', '0086', '0'].includes(prefix) && isMobileNumber(mobile) ? mobile : undefined;
}

/** True for what stands in front of a mobile number as a country code of its own. */
export function isCountryCode(digits: string): boolean {
  return digits === '86' || digits === '086' || digits === '0086';
}
